import { readable, visible } from '../../core/readable.ts';

/** A reply (RFC 5321 §4.2): its code, and its lines without it, as octet strings. */
export interface SmtpReply {
  readonly kind: 'reply';
  readonly code: number;
  readonly lines: readonly string[];
}
/** Something came that is no reply; `what` says so of the server. */
export interface NoReply {
  readonly kind: 'no-reply';
  readonly what: string;
}

/** Four times what a reply line may have (RFC 5321 §4.5.3.1.5): some servers are talkative, hostile ones never end. */
const LONGEST_LINE = 2048;
/** An EHLO reply has a line for each extension, of which some fifty are registered. */
const MOST_LINES = 128;

export interface ReplyReader {
  take(chunk: string): void;
  /** The next reply that is there in full. After a `no-reply` there is nothing more to read. */
  next(): SmtpReply | NoReply | undefined;
  /** Octets that no reply has used up. */
  rest(): number;
}

/** Puts replies together from whatever pieces come in. Holds one reply and one line at most. */
export function replyReader(): ReplyReader {
  let pending = '';
  let lines: string[] = [];
  let wrong: NoReply | undefined;

  function fail(what: string): NoReply {
    pending = '';
    return (wrong = { kind: 'no-reply', what });
  }

  return {
    take(chunk) {
      if (!wrong) pending += chunk;
    },
    rest: () => pending.length,
    next() {
      if (wrong) return wrong;
      for (;;) {
        const end = pending.indexOf('\n');
        if (end > LONGEST_LINE || (end < 0 && pending.length > LONGEST_LINE)) {
          return fail(`sends a line of more than ${LONGEST_LINE} octets`);
        }
        if (end < 0) return undefined;
        const line = pending.slice(0, end).replace(/\r$/, '');
        pending = pending.slice(end + 1);
        const [, code, sign, text = ''] = /^([2-5][0-9]{2})([ -]?)(.*)$/s.exec(line) ?? [];
        if (code === undefined || (sign === '' && text !== ''))
          return fail(`does not speak SMTP: ${serverWords(line)}`);
        lines.push(text);
        if (sign !== '-') {
          const reply: SmtpReply = { kind: 'reply', code: Number(code), lines };
          lines = [];
          return reply;
        }
        if (lines.length === MOST_LINES) return fail(`sends a reply of more than ${MOST_LINES} lines`);
      }
    },
  };
}

/** Longest word of a stranger to repeat. */
const MOST_WORDS = 200;

/** What a server said, for people. */
export function serverWords(octets: string): string {
  const cut = octets.length > MOST_WORDS ? `${octets.slice(0, MOST_WORDS)}…` : octets;
  return `\`${visible(readable(cut))}\``;
}
