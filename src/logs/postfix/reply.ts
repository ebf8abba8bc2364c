import { textOf } from '../block.ts';
import { replyCodeAt } from '../reply-code.ts';
import { type OfSpan, spanCache } from '../span-cache.ts';

/** What the other side answered, or what Postfix itself says, taken apart. */
export interface Reply {
  /** RFC 5321 §4.2; undefined where nobody answered. */
  readonly code: number | undefined;
  /** RFC 3463 */
  readonly enhancedCode: string | undefined;
  /** What it answers: `RCPT TO`, `end of DATA`, `greeting`. */
  readonly command: string | undefined;
  readonly text: string;
  /** Not tried this time: the queue manager holds back what goes to a host that has just failed. */
  readonly suspended: boolean;
}

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

/** Reads what stands in parentheses behind `status=`. An acceptance has an id of its own; refusals are said again and again. */
export function replyReader(): OfSpan<Reply> {
  const refusals = spanCache(replyOf);
  return (block, start, end) =>
    block.bytes[start] === TWO ? acceptanceOf(textOf(block, start, end)) : refusals(block, start, end);
}

function acceptanceOf(text: string): Reply {
  const code = replyCodeAt(text);
  if (code === undefined) return replyOf(text);
  const isFine = text.startsWith(FINE, 3);
  const enhancedCode = isFine ? '2.0.0' : text.charCodeAt(5) === POINT ? enhancedCodeIn(text) : undefined;
  return { code, enhancedCode, command: undefined, text, suspended: false };
}

/** Replies of any kind. */
function replyOf(raw: string): Reply {
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
  return { code, enhancedCode: code === undefined ? undefined : enhancedCodeIn(answer), command, text, suspended };
}

function enhancedCodeIn(text: string): string | undefined {
  // `250 2.0.0 `, which most replies begin with.
  if (text.charCodeAt(5) !== 0x2e && text.charCodeAt(6) !== 0x2e) return undefined;
  return ENHANCED.exec(text.slice(4, 4 + LONGEST_ENHANCED + 2))?.[1];
}
