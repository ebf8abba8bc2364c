/** Characters of one document, which is held whole; what comes later is not read. Stops a report that fills memory. */
export const DOCUMENT_LIMIT = 32 * 1024 * 1024;
/** Values in one document. A tree of them costs far more than their text: stops `[1,1,1,…]`. */
export const VALUE_LIMIT = 1_000_000;
/** Objects and lists within each other; a report needs six. Stops a document that is nothing but nesting. */
export const DEPTH_LIMIT = 64;
/** Characters of one value. Stops a host name that fills a page, and a memory. */
export const TEXT_LIMIT = 16 * 1024;
/** Policy strings, and mail hosts, of one policy; RFC 8461 §3.2 caps the policy at 64 kB. Stops endless lists. */
export const LIST_LIMIT = 1000;
