/** A line that tells of a delivery or an arrival: its flag, and what stands behind it. */
const FLAGGED = /[\dA-Za-z]{6}-[\dA-Za-z]{6,11}-[\dA-Za-z]{2,4} (<=|=>|->|>>|==|\*\*|\*>) (.*)$/;
const INDENT = /^[\s>|]*/;
/** A deferral or a bounce says why; where another host said it, with a code. */
const REASON = /: ./;
const ANSWER = /SMTP error from remote (?:mail ?server|mailer)\b/;
const ANSWERED = /SMTP error from remote .*: [245]\d\d\b/;
/** A reply whose last line is still to come: `550-No such user here`, with a blank in it for the hyphen. */
const SEVERAL_LINES = /: ([245]\d\d)-/;
const OPEN_QUOTE = / [A-Z]{1,2}="(?:[^"\\]|\\.)*$/;

/** Whether a line without a stamp is the rest of one of Exim's, which are single ones where they tell of a message. */
export function eximGoesOn(line: string, next: string): boolean {
  const match = FLAGGED.exec(line);
  if (match === null) return false;
  if (indentOf(next) > indentOf(line)) return true;
  const [, flag = '', text = ''] = match;
  if (OPEN_QUOTE.test(text)) return true;
  const code = SEVERAL_LINES.exec(text)?.[1];
  if (code !== undefined && !text.includes(` ${code} `) && next.replace(INDENT, '').startsWith(code)) return true;
  if (flag === '<=') return !/ P=/.test(text);
  if (flag === '==' || flag === '**') return !REASON.test(text) || (ANSWER.test(text) && !ANSWERED.test(text));
  return !/ [RT]=\S/.test(text);
}

const indentOf = (line: string): number => INDENT.exec(line)?.[0].length ?? 0;
