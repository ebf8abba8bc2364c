/** Decoded bytes kept of one part. Stops an attached message of gigabytes; what a report says stands at the top. */
export const PART_BYTES = 256 * 1024;
/** Decoded bytes kept of all parts. Stops a mail of a thousand long texts. */
export const MAIL_BYTES = 2 * 1024 * 1024;
/** Parts whose content is kept. */
export const PARTS_KEPT = 50;
/** Mails within mails that are looked into: a bounce that was forwarded, and forwarded again. */
export const FORWARDED_DEPTH = 3;
/** Characters of the text for people that are searched. */
export const TEXT_LIMIT = 64 * 1024;
/** Characters of one line that are looked at. Stops patterns from reading a megabyte. */
export const LINE_LENGTH = 2000;
/** Recipients of one report. Stops endless lists; large mailing lists bounce some hundred in one mail. */
export const RECIPIENTS = 1000;
/** Characters of a reply. The longest seen, Microsoft's, have some hundred. */
export const REASON_LENGTH = 1500;
