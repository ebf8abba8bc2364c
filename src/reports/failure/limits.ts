/** Fields of one feedback report, or of one message's header. Stops a header that never ends. */
export const FIELD_LIMIT = 2000;
/** Characters of one field, folded lines joined. Stops a field that fills memory, and quadratic work over one. */
export const VALUE_LIMIT = 16 * 1024;
/** Addresses, URIs and results of one report. Stops endless lists. */
export const LIST_LIMIT = 200;
/** Characters of the text for people that are searched: what is meant for machines in it stands at the top. */
export const TEXT_LIMIT = 64 * 1024;
