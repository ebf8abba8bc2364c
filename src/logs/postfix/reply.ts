import { replyCodeAt } from '../reply-code.ts';
/** What the other side answered, or what Postfix itself says, taken apart. One object is used again and again. */
export interface Reply {
  /** RFC 5321 §4.2; undefined where nobody answered. */
  code: number | undefined;
  /** RFC 3463 */
  enhancedCode: string | undefined;
  /** What it answers: `RCPT TO`, `end of DATA`, `greeting`. */
  command: string | undefined;
  text: string;
  /** Not tried this time: the queue manager holds back what goes to a host that has just failed. */
  suspended: boolean;
}

export const newReply = (): Reply => ({
  code: undefined,
  enhancedCode: undefined,
  command: undefined,
  text: '',
  suspended: false,
});

const SUSPENDED = 'delivery temporarily suspended: ';
const SAID = '] said: ';
const REFUSED = '] refused to talk to me: ';
const IN_REPLY_TO = ' (in reply to ';
/** Postfix's own words before what was answered to them (smtp_proto.c, smtp_sasl_glue.c): the text is both. */
const FRAMED: readonly (readonly [beginning: string, before: string, command: string])[] = [
  ['TLS is required, but host ', '] refused to start TLS: ', 'STARTTLS'],
  ['SASL authentication failed; server ', '] said: ', 'AUTH'],
];
const ENHANCED = /^#?([245]\.\d{1,3}\.\d{1,3})(?=\W|$)/;
const LONGEST_ENHANCED = 10;

const TWO = 0x32;
const POINT = 0x2e;
/** `250 2.0.0`, what nearly all are accepted with. */
const FINE = ' 2.0.0 ';

/** Reads the text in parentheses behind `status=`. */
export function readReply(raw: string, into: Reply): void {
  const code = raw.charCodeAt(0) === TWO ? replyCodeAt(raw) : undefined;
  if (code === undefined) {
    readAnyReply(raw, into);
    return;
  }
  into.code = code;
  into.enhancedCode = raw.startsWith(FINE, 3) ? '2.0.0' : raw.charCodeAt(5) === POINT ? enhancedCodeIn(raw) : undefined;
  into.command = undefined;
  into.text = raw;
  into.suspended = false;
}

/** Replies of any kind. */
function readAnyReply(raw: string, into: Reply): void {
  const suspended = raw.startsWith(SUSPENDED);
  let text = suspended ? raw.slice(SUSPENDED.length) : raw;
  let command: string | undefined;
  const inReplyTo = text.lastIndexOf(IN_REPLY_TO);
  if (inReplyTo >= 0) {
    command = text.slice(inReplyTo + IN_REPLY_TO.length).replace(/ command\).*$/, '');
    text = text.slice(0, inReplyTo);
  }
  if (text.startsWith('host ')) {
    const said = text.indexOf(SAID);
    const refused = said >= 0 ? -1 : text.indexOf(REFUSED);
    if (said >= 0) text = text.slice(said + SAID.length);
    else if (refused >= 0) {
      text = text.slice(refused + REFUSED.length);
      command ??= 'greeting';
    }
  }
  let answer = text;
  for (const [beginning, before, asked] of FRAMED) {
    if (!text.startsWith(beginning)) continue;
    const at = text.indexOf(before);
    if (at < 0) break;
    answer = text.slice(at + before.length);
    command ??= asked;
  }
  const code = replyCodeAt(answer);
  into.code = code;
  into.enhancedCode = code === undefined ? undefined : enhancedCodeIn(answer);
  into.command = command;
  into.text = text;
  into.suspended = suspended;
}

function enhancedCodeIn(text: string): string | undefined {
  // `250 2.0.0 `, which most replies begin with.
  if (text.charCodeAt(5) !== 0x2e && text.charCodeAt(6) !== 0x2e) return undefined;
  return ENHANCED.exec(text.slice(4, 4 + LONGEST_ENHANCED + 2))?.[1];
}
