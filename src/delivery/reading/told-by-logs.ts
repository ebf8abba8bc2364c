import type { EventKind, MailEvent } from '../../logs/event.ts';
import type { Delivered } from '../tally.ts';
import { newHash, type Hasher } from '../hash.ts';
import { newHashTable, type HashTable } from '../hash-table.ts';

/**
 * What logs and services have told of recipients, as far as a mail tells it again: a server that gives up on a message
 * writes so into its log, and a bounce mail to the sender.
 */
export interface ToldByLogs {
  /** An event of a log or a service, and where it counted. */
  note(event: MailEvent, counted?: Delivered): void;
  /** Whether an event of a mail has been told by them. All of theirs must have been noted: mails are read last. */
  isAgain(event: MailEvent): boolean;
  /** What is known of the recipient, where the mail went through: a server may take a mail, and send it back later. */
  deliveredTo(event: MailEvent): Delivered | undefined;
}

/** What was told of a recipient, a bit each: a report of one kind is no repetition of another. */
const FAILED = 1;
const DEFERRED = 2;
const DELIVERED = 4;
const COMPLAINED = 8;
const BITS: Readonly<Partial<Record<EventKind, number>>> = {
  bounced: FAILED,
  expired: FAILED,
  deferred: DEFERRED,
  delivered: DELIVERED,
  complained: COMPLAINED,
};
/** A notice that it takes long is no attempt; whoever tells the attempts has told all there is to it, the last one too. */
const KNOWN_BY: Readonly<Partial<Record<EventKind, number>>> = { ...BITS, deferred: FAILED | DEFERRED | DELIVERED };

/**
 * The latest that are remembered, twice as many at most, 24 bytes each; under two ids each, where a log tells both, and
 * what was delivered under its Message-ID alone. What went through, or may yet, is much more than what did not, and has a
 * table of its own: it must not push that out.
 */
const FAILURES = 500_000;
const ATTEMPTS = 500_000;

const BIT = 0;
/** Hashes of the Message-ID and of the host; 0 for none. */
const MESSAGE = 1;
const HOST = 2;
/** Of a delivery: where it counted, and as what. */
const COUNTED = 3;
const WORDS = 4;
/** The outcome stands in the lower bits, the group's number above. */
const OUTCOME_BITS = 3;

/** Five digits of microseconds and an inode: used again, by other hosts too. All others are good for ever. */
const SHORT_QUEUE_ID = /^[\dA-F]{6,15}$/;
/** What stands in front of the `@` of a Message-ID may be the service's own id, as with Amazon SES; `1` may be anything. */
const LONG_ID = 16;

/** `limits`: for tests, which cannot tell millions. */
export function newToldByLogs(limits = { failures: FAILURES, attempts: ATTEMPTS }): ToldByLogs {
  const hash = newHash();
  const failures = newHashTable(WORDS, limits.failures);
  const attempts = newHashTable(WORDS, limits.attempts);

  const noteBy = (
    table: HashTable,
    id: string,
    recipient: string,
    { ids }: MailEvent,
    bit: number,
    counted?: Delivered,
  ): void => {
    const found = table.ensure(hash.of(id, recipient));
    const slot = found < 0 ? -1 - found : found;
    table.put(slot, BIT, table.word(slot, BIT) | bit);
    table.put(slot, MESSAGE, wordOf(hash, ids.message));
    table.put(slot, HOST, wordOf(hash, firstLabel(ids.host)));
    if (counted !== undefined) table.put(slot, COUNTED, (counted.group << OUTCOME_BITS) | counted.outcome);
  };
  const isKnown = (table: HashTable, id: string, recipient: string, { ids, kind }: MailEvent): boolean => {
    const slot = table.find(hash.of(id, recipient));
    if (slot < 0 || (table.word(slot, BIT) & (KNOWN_BY[kind] ?? 0)) === 0) return false;
    if (id !== ids.queue || !SHORT_QUEUE_ID.test(id)) return true;
    const message = agrees(table.word(slot, MESSAGE), wordOf(hash, ids.message));
    const host = agrees(table.word(slot, HOST), wordOf(hash, firstLabel(ids.host)));
    return message ?? host ?? true;
  };

  return {
    note(event, counted) {
      const { ids, kind } = event;
      const bit = BITS[kind];
      if (bit === undefined || event.recipient === undefined) return;
      const recipient = event.recipient.toLowerCase();
      const table = bit === DEFERRED || bit === DELIVERED ? attempts : failures;
      const first = ids.queue ?? ids.esp ?? ids.message;
      if (first !== undefined) noteBy(table, first, recipient, event, bit, counted);
      const second = ids.message ?? ids.esp;
      if (second !== undefined && second !== first) noteBy(table, second, recipient, event, bit, counted);
      // Who complained is often blacked out: of which message it was, and so of which stream, is told all the same.
      if (bit === DELIVERED && ids.message !== undefined) noteBy(table, ids.message, NOBODY, event, 0, counted);
    },
    isAgain(event) {
      if (event.recipient === undefined || KNOWN_BY[event.kind] === undefined) return false;
      const tables =
        event.kind === 'delivered' ? [attempts] : event.kind === 'deferred' ? [attempts, failures] : [failures];
      const names = namesOf(event);
      return tables.some((table) => names.some(([id, recipient]) => isKnown(table, id, recipient, event)));
    },
    deliveredTo(event) {
      if (event.recipient === undefined && (BITS[event.kind] ?? 0) === FAILED) return undefined;
      for (const [id, recipient] of namesOf(event)) {
        const slot = id === event.ids.queue ? -1 : attempts.find(hash.of(id, recipient));
        const counted = slot < 0 ? 0 : attempts.word(slot, COUNTED);
        if (counted > 0) return { group: counted >>> OUTCOME_BITS, outcome: counted & ((1 << OUTCOME_BITS) - 1) };
      }
      return undefined;
    },
  };
}

/** The ids, each with each address, under which a log may have told of a mail's event. */
function namesOf({ ids, recipient, tags }: MailEvent): (readonly [id: string, recipient: string])[] {
  const { queue, message, esp } = ids;
  const local = message?.slice(0, Math.max(0, message.lastIndexOf('@')));
  const names = [queue, message, esp, local !== undefined && local.length >= LONG_ID ? local : undefined];
  // An alias is expanded on the way: a log may have either address.
  const recipients = [recipient, tags['original-recipient']].flatMap((one) => one?.toLowerCase() ?? []);
  return (recipients.length === 0 ? [NOBODY] : recipients).flatMap((one) =>
    names.flatMap((id) => (id === undefined ? [] : [[id, one] as const])),
  );
}

function wordOf(hash: Hasher, text: string | undefined): number {
  return text === undefined || text === '' ? 0 : hash.of(text, '').low;
}

/** In the place of an address that is not told. */
const NOBODY = '';

/** Undefined where one of them is not told. */
const agrees = (one: number, other: number): boolean | undefined =>
  one === 0 || other === 0 ? undefined : one === other;

/** A log has `mx1`, the mail that server writes `mx1.example.com`. */
const firstLabel = (host: string | undefined): string | undefined => host?.toLowerCase().split('.', 1)[0];
