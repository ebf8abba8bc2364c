import { ownCopy } from '../../core/own-copy.ts';
import type { MailEvent } from '../event.ts';
import { replyCodeAt } from '../reply-code.ts';

/** What became of one recipient, or of all of them, by what the other server said. */
export interface Outcome {
  readonly kind: 'delivered' | 'deferred' | 'bounced';
  /** Undefined where the message was refused before anybody was named. */
  readonly recipient: string | undefined;
  /** With its code; lines joined by a blank. Empty where the connection broke. */
  readonly reply: string;
  readonly command: string;
}

/** One connection to another server, as a log tells it: command by command, reply by reply. */
export interface SmtpSession {
  sent(command: string): void;
  /** A whole reply. */
  received(reply: string): readonly Outcome[];
  /** The connection is over: who was named, and not answered for, was not delivered to. */
  broken(): readonly Outcome[];
  readonly envelopeFrom: string | undefined;
  /** Octets, as declared (RFC 1870). */
  readonly size: number | undefined;
  /** What the server calls itself in its greeting. */
  readonly host: string | undefined;
  /** False where it was not asked for; whoever knows more of it writes it here. */
  tls: MailEvent['tls'];
}

type Step = 'greeting' | 'HELO' | 'STARTTLS' | 'AUTH' | 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'end of DATA' | 'other';

/** Recipients of one transaction. Stops a log that names ever more of them. */
const MOST_RECIPIENTS = 5000;
/** Commands that wait for their reply, with pipelining. Stops a log without replies. */
const MOST_WAITING = 10_000;
const COMMAND = /^([A-Za-z]{4,8})\b(?:\s*(?:FROM|TO):\s*<([^>]*)>(.*))?/i;
const SIZE = /\bSIZE=(\d{1,15})\b/i;
const GREETING = /^220[ -]([A-Za-z\d](?:[\w-]*\.)+[\w-]+)\b/;

export function smtpSession(): SmtpSession {
  const waiting: { step: Step; address: string }[] = [{ step: 'greeting', address: '' }];
  let named: string[] = [];
  let asked = false;
  const session = {
    envelopeFrom: undefined as string | undefined,
    size: undefined as number | undefined,
    host: undefined as string | undefined,
    tls: undefined as MailEvent['tls'],
  };

  const ofNamed = (kind: Outcome['kind'], reply: string, command: string): Outcome[] => {
    const outcomes = named.map((recipient): Outcome => ({ kind, recipient, reply, command }));
    named = [];
    return outcomes;
  };
  /** Refused before anybody was named, or after: then it is those who were. */
  const ofAll = (kind: Outcome['kind'], reply: string, command: string): Outcome[] =>
    named.length > 0 ? ofNamed(kind, reply, command) : [{ kind, recipient: undefined, reply, command }];

  /** With pipelining, whoever was to get it is named before the sender is refused; what is said to that is no news. */
  const refuseSender = (kind: Outcome['kind'], reply: string, command: string): readonly Outcome[] => {
    const next = waiting.findIndex(({ step }) => step === 'MAIL FROM');
    const those = waiting.slice(0, next === -1 ? undefined : next).filter(({ step }) => step === 'RCPT TO');
    for (const one of those) {
      if (named.length < MOST_RECIPIENTS) named.push(one.address);
      one.step = 'other';
    }
    return ofAll(kind, reply, command);
  };

  return Object.assign(session, {
    sent(text: string) {
      const step = stepOf(text);
      // Nobody speaks before he was greeted: the log begins in the middle.
      if (waiting[0]?.step === 'greeting' || waiting.length >= MOST_WAITING) waiting.length = 0;
      const [, , address = '', rest = ''] = COMMAND.exec(text) ?? [];
      if (step === 'MAIL FROM') {
        named = [];
        session.envelopeFrom = ownCopy(address);
        const size = SIZE.exec(rest)?.[1];
        session.size = size === undefined ? undefined : Number(size);
      }
      if (step === 'HELO' && !asked) session.tls = false;
      waiting.push({ step, address: ownCopy(address) });
    },
    received(reply: string): readonly Outcome[] {
      const { step, address } = waiting.shift() ?? { step: 'other', address: '' };
      const code = replyCodeAt(reply);
      // 354, 334: go on.
      if (code === undefined) return [];
      const kind = code < 400 ? 'delivered' : code < 500 ? 'deferred' : 'bounced';
      switch (step) {
        case 'greeting':
          session.host = ownCopy(GREETING.exec(reply)?.[1] ?? '') || undefined;
          return kind === 'delivered' ? [] : ofAll(kind, reply, step);
        case 'STARTTLS':
          asked = true;
          if (kind === 'delivered') session.tls = {};
          return [];
        case 'MAIL FROM':
          return kind === 'delivered' ? [] : refuseSender(kind, reply, step);
        case 'RCPT TO':
          if (kind !== 'delivered') return [{ kind, recipient: address, reply, command: step }];
          if (named.length < MOST_RECIPIENTS) named.push(address);
          return [];
        case 'DATA':
          return kind === 'delivered' ? [] : ofNamed(kind, reply, step);
        case 'end of DATA':
          return ofNamed(kind, reply, step);
        default:
          // Who does not know EHLO is greeted once more; whether a refused login ends it, is not said.
          return [];
      }
    },
    broken: () => ofNamed('deferred', '', ''),
  });
}

function stepOf(text: string): Step {
  const word = text.slice(0, 8).toUpperCase();
  if (word.startsWith('RCPT')) return 'RCPT TO';
  if (word.startsWith('MAIL')) return 'MAIL FROM';
  if (word.startsWith('DATA') && text.length <= 5) return 'DATA';
  if (text === '.' || text.endsWith('].')) return 'end of DATA';
  if (word.startsWith('EHLO') || word.startsWith('HELO')) return 'HELO';
  if (word.startsWith('STARTTLS')) return 'STARTTLS';
  return word.startsWith('AUTH') ? 'AUTH' : 'other';
}
