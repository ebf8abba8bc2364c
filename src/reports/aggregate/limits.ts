/** Elements within elements: reports need six, extensions some more. Stops a document that is nothing but nesting. */
export const DEPTH_LIMIT = 64;
/** Characters of one element's text, and between two tags. Stops a "value" that fills memory. */
export const TEXT_LIMIT = 64 * 1024;
/** DKIM and SPF results, reasons or errors in one place; RFC 9990 speaks of about 100 signatures. Stops endless lists. */
export const LIST_LIMIT = 1000;
/** Records kept waiting for a `report_metadata` or `policy_published` that comes late, some 10 MB. */
export const HELD_RECORDS_LIMIT = 20_000;
/** Characters of one record, or of the metadata: what must be kept to be read again. Stops a record that never ends. */
export const SEGMENT_LIMIT = 1024 * 1024;
/** Characters looked at to find out what a document is. */
export const HEAD_LENGTH = 64 * 1024;
/** Characters parsed at a time. */
export const PIECE_LENGTH = 64 * 1024;
/** Beginnings of further reports that break at once. Stops a tail of nothing else: each is a search through what is left. */
export const BROKEN_STARTS_LIMIT = 100;
