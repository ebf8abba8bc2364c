/** What the other side answered, or what Postfix itself says, taken apart. */
export interface Reply {
  /** RFC 5321 §4.2; absent where nobody answered. */
  readonly code?: number;
  /** RFC 3463 */
  readonly enhancedCode?: string;
  /** What it answers: `RCPT TO`, `end of DATA`, `greeting`. */
  readonly command?: string;
  readonly text: string;
  /** Not tried this time: the queue manager holds back what goes to a host that has just failed. */
  readonly suspended: boolean;
}

const SUSPENDED = 'delivery temporarily suspended: ';
const SAID = '] said: ';
const REFUSED = '] refused to talk to me: ';
const IN_REPLY_TO = ' (in reply to ';
const CODE = /^([245]\d\d)(?:[ -](?:#?([245]\.\d{1,3}\.\d{1,3})(?=\W|$))?|$)/;

/** Reads the text in parentheses behind `status=`. */
export function replyOf(raw: string): Reply {
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
  const match = CODE.exec(text);
  return {
    ...(match === null ? {} : { code: Number(match[1]) }),
    ...(match?.[2] === undefined ? {} : { enhancedCode: match[2] }),
    ...(command === undefined ? {} : { command }),
    text,
    suspended,
  };
}
