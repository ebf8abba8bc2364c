/** Bytes of one header. Stops the header that never ends; real ones, ARC seals of ten hops included, stay below 100 kB. */
export const HEADER_BYTES = 256 * 1024;
/** Parts of one mail. Stops a mail of millions of empty parts, which cost far more than their bytes. */
export const PARTS = 1000;
/** Multiparts within multiparts. Stops nesting whose every level is searched for in every line. */
export const MULTIPART_DEPTH = 50;
/** Bytes of a line that may be a boundary (RFC 2046 §5.1.1 allows 72). Stops an endless line of dashes from being held. */
export const BOUNDARY_LINE_BYTES = 1000;
/** Bytes a decoder holds back to see how a line goes on. Stops blanks without end after a `=`. */
export const HELD_BYTES = 1000;
/** Characters of a file name. Stops names that fill screens. */
export const NAME_LENGTH = 255;
