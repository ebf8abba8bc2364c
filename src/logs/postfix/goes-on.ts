/** The tag, and what stands behind it; a line may be broken before its colon. */
const LINE = /\bpostfix[\w.@-]{0,64}(?:\/[\w.-]{1,64}){0,3}(?:\[\d{1,10}\])?(:.*)?$/;
const ID_ONLY = /^:? ?(?:[\dA-Za-z]{5,24}:?)? *$/;
const DELIVERY = /^: [\dA-Za-z]{5,24}: to=/;
const SENDER = /^: [\dA-Za-z]{5,24}: from=/;
const NOTIFICATION = /: (?:sender|postmaster)(?: (?:non-delivery|delay|delivery status)(?: notification:?)?)? *$/;
/** `status=bounced (host …`, without its last parenthesis. */
const STATUS = / status=\w+(?<reply> \(.*)?$/;
const CUT_WITHIN = /(?:,|<[^\s<>]*|\[[^\s[\]]*) *$/;
/** A line that is whole, whatever is indented below it. */
const WHOLE = /: (?:removed|(?:resent-)?message-id=<[^<>]*>)[\s"'`),;]*$/;

/** Whether a line without a stamp is the rest of a line of Postfix's, which never has two. */
export function postfixGoesOn(line: string, next: string): boolean {
  const match = LINE.exec(line);
  if (match === null) return false;
  const text = match[1] ?? '';
  if (ID_ONLY.test(text)) return true;
  if (DELIVERY.test(text)) {
    const status = STATUS.exec(text);
    if (status === null) return true;
    const reply = status.groups?.['reply'];
    return reply === undefined ? /^[\s>]*\(/.test(next) : isOpen(reply);
  }
  if (SENDER.test(text)) return !/\(queue active\)|, status=\S/.test(text);
  return NOTIFICATION.test(text) || CUT_WITHIN.test(text) || (!WHOLE.test(text) && isDeeper(next, line));
}

const isDeeper = (next: string, line: string): boolean => indentOf(next) > Math.max(1, indentOf(line));
const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;

/** Whether more parentheses are opened than closed, and none is closed last. */
function isOpen(reply: string): boolean {
  if (reply.trimEnd().endsWith(')')) return false;
  let open = 0;
  for (const char of reply) {
    if (char === '(') open += 1;
    else if (char === ')') open -= 1;
  }
  return open > 0;
}
