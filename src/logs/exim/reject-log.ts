/** A line behind which the rejectlog has what was refused (exim spec, "Where the logs are written"). */
const REJECTION = /\b(?:temporarily )?rejected\b/;
/** `Envelope-from: <…>`, `P Received: …` (a letter or a blank for the kind of field), its further lines, the rule below. */
const OF_REJECTED = /^(?:Envelope-(?:from|to): |[ \t]|[A-Z*] {1,2}[\w-]+:|-{8,}$)/;
/** Characters looked at. */
const LOOKED_AT = 2000;

export const tellsRejection = (text: string, at: number): boolean => REJECTION.test(text.slice(at, at + LOOKED_AT));

/** Whether a line without a stamp is one of those. */
export const isOfRejected = (line: string): boolean => OF_REJECTED.test(line);
