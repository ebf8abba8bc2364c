/** Why a delivery failed, taken apart: what the other side answered, or what Exim itself says. */
export interface Failure {
  /** RFC 5321 §4.2; undefined where nobody answered. */
  readonly code: number | undefined;
  /** RFC 3463 */
  readonly enhancedCode: string | undefined;
  /** What it answers: `RCPT TO`, `end of DATA`, `greeting`. */
  readonly command: string | undefined;
  readonly text: string;
  /** Host and address in the message itself, as versions before 4.88 have it. */
  readonly host: { readonly name: string; readonly ip: string } | undefined;
  /** Given up after too long, whatever was said last. */
  readonly isExpired: boolean;
}

/** `SMTP error from remote mail server after RCPT TO:<…>: host mx.example [192.0.2.1]: 550 …`; until 4.87 `mailer`. */
const ANSWER =
  /^(?:LMTP|SMTP) error from remote (?:mail server|mailer) (?:after|in response to) (?:pipelined )?(.{0,1000}?): (?:host (\S+) \[([^\]\s]{1,64})\](?::\d+)?: )?(?=[245]\d\d(?:[ -]|$))/;
/** Where the command holds what looks like an answer, or the answer is none. */
const REPLY = /^([245]\d\d)(?:[ -]#?([245]\.\d{1,3}\.\d{1,3})(?=\W|$))?/;
/** retry.c; deliver.c at exim -Mg; transports/smtp.c where all hosts of a domain have been down for longer than the retry rules allow. */
const GIVEN_UP =
  /(?:^|: )retry timeout exceeded$|^(?:delivery )?cancelled by administrator\b|^all hosts\b.{0,300} have been failing for a long time|^retry time not reached\b.{0,300} after a long failure period/;
const SUFFIX = /: retry timeout exceeded$/;
/** Times of a host's answer that a message tells without it: `SMTP timeout after end of data`. */
const NO_ANSWER =
  /^(?:LMTP|SMTP) (?:timeout|error) (?:after|while|from)|^(?:Remote host|remote host|H=).{0,300}(?:closed|dropped) connection|^Connection (?:timed out|refused|reset)/;
/** `Remote host mx.example [192.0.2.1] closed connection in response to …`, `SMTP timeout while connected to …`: until 4.87. */
const WHO_WAS_SPOKEN_TO =
  /(?:^|: )(?:Remote host|SMTP timeout while connected to|Malformed SMTP response from) (\S+) \[([^\]\s]{1,64})\]/;
/** `Connection refused H=mx.example [192.0.2.1]`, before a message, where the system itself says what went wrong (deliver.c). */
const BY_SYSTEM = /^([^:]{1,120}?) H=(\S+) (?:DS )?\[([^\]\s]{1,64})\](?::\d+)?\*?(?: DT=\S+)?(?=: |$)/;
const COMMAND = /^(?:response to )?(RCPT TO|MAIL FROM|STARTTLS|AUTH|EHLO|HELO|LHLO|DATA|QUIT|RSET|BDAT)\b/i;

/** Reads the message behind the fields of a `**` or `==` line. */
export function failureOf(raw: string): Failure {
  const bySystem = BY_SYSTEM.exec(raw);
  if (bySystem !== null) {
    const failure = failureOf(`${bySystem[1]}${raw.slice(bySystem[0].length)}`);
    return { ...failure, host: failure.host ?? hostIn(bySystem.slice(1)) };
  }
  const isExpired = GIVEN_UP.test(raw);
  const message = isExpired ? raw.replace(SUFFIX, '') : raw;
  const answer = ANSWER.exec(message);
  const spoken = answer === null ? message : message.slice(answer[0].length);
  const text = onOneLine(spoken);
  const said = answer === null ? null : REPLY.exec(text);
  return {
    code: said === null ? undefined : Number(said[1]),
    enhancedCode: said?.[2],
    command: answer === null ? commandWithoutAnswer(message) : commandIn(answer[1] ?? ''),
    text,
    host: hostIn(answer?.[2] === undefined ? WHO_WAS_SPOKEN_TO.exec(message) : answer.slice(1)),
    isExpired,
  };
}

const hostIn = (match: readonly (string | undefined)[] | null): Failure['host'] =>
  match?.[1] === undefined ? undefined : { name: match[1], ip: match[2] ?? '' };

function commandIn(stage: string): string | undefined {
  if (stage.startsWith('initial connection')) return 'greeting';
  if (/^(?:pipelined )?(?:end of data|sending data block|sending end of data|end of DATA)/i.test(stage))
    return 'end of DATA';
  return COMMAND.exec(stage)?.[1]?.toUpperCase();
}

/** `SMTP timeout after end of data`: where it broke off. */
function commandWithoutAnswer(message: string): string | undefined {
  if (!NO_ANSWER.test(message)) return undefined;
  const stage = /(?:after|in response to) (?:pipelined )?(.{1,40})/.exec(message)?.[1];
  return stage === undefined ? undefined : commandIn(stage);
}

/** The reply in a `C=` field: `250 2.0.0 OK queued`. */
export function confirmationOf(text: string): Pick<Failure, 'code' | 'enhancedCode' | 'text'> {
  const joined = onOneLine(text);
  const said = REPLY.exec(joined);
  // `250- 4711 byte chunk, total 9422\n250 2.0.0 OK`: where there are several lines, the last may be the one that has it.
  const enhancedCode = said?.[2] ?? REPLY.exec(text.slice(text.lastIndexOf(LINE_END) + LINE_END.length))?.[2];
  return { code: said === null ? undefined : Number(said[1]), enhancedCode, text: joined };
}

/** How Exim prints the line ends of a reply. */
const LINE_END = '\\n';
const onOneLine = (text: string): string =>
  text.includes(LINE_END) ? text.replaceAll(/ ?\\n/g, ' ').trim() : text.trim();
