import exim from '../formats/exim.ts';
import maddy from '../formats/maddy.ts';
import opensmtpd from '../formats/opensmtpd.ts';
import postfix from '../formats/postfix.ts';
import qmail from '../formats/qmail.ts';
import sendmail from '../formats/sendmail.ts';
import type { LineFormat } from '../format.ts';

/** Logs that collectors hand on line by line. */
const FORMATS: readonly LineFormat[] = [postfix, exim, sendmail, opensmtpd, qmail, maddy];
const SURE = 0.5;
/** Characters of a line that are looked at. */
const LOOKED_AT = 4096;
/** Exim says much that anybody may say: only its lines about a message tell that it is Exim. */
const EXIM_LINE = / [\dA-Za-z]{6}-[\dA-Za-z]{6,11}-[\dA-Za-z]{2,4} (?:<=|=>|->|>>|\*>|==|\*\*|Completed)(?: |$)/;
/** A tag that ends in a colon: anybody may speak of `postfix/smtp`. */
const POSTFIX_LINE = / [\w.-]+\/[\w/-]+(?:\[\d+\])?: /;
const isSurely = (format: LineFormat, line: string): boolean =>
  format === exim ? EXIM_LINE.test(line) : format !== postfix || POSTFIX_LINE.test(line);

/** The format that a line alone tells; undefined where it is of none. */
export function innerFormat(whole: string): LineFormat | undefined {
  const line = whole.slice(0, LOOKED_AT);
  return FORMATS.find((format) => format.recognise([line]) > SURE && isSurely(format, line));
}
