import type { MailEvent } from '../logs/event.ts';

/**
 * What became of a recipient, in rising order: an outcome never falls back. A late `delivered` erases no bounce, and a
 * bounce that comes after the acceptance moves the recipient.
 */
export const OUTCOMES = [
  'none',
  /** Tried, or about to be, and nothing final is known. */
  'queued',
  /** Kept back by the sending system itself. */
  'dropped',
  /** Taken over by a filter or smart host, not by the recipient's own system. */
  'handedOver',
  /** A mailbox or program on the same machine. */
  'local',
  'accepted',
  'expired',
  'bounced',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME: Readonly<Record<Outcome, number>> = Object.fromEntries(
  OUTCOMES.map((outcome, rank) => [outcome, rank]),
) as Record<Outcome, number>;

/** The outcome an event speaks for; undefined where it is about what the recipient did. */
export function outcomeOf({ kind, hop }: MailEvent): number | undefined {
  switch (kind) {
    case 'delivered':
      return hop === 'relay' ? OUTCOME.handedOver : hop === 'local' ? OUTCOME.local : OUTCOME.accepted;
    case 'accepted':
    case 'deferred':
      return OUTCOME.queued;
    case 'dropped':
      return OUTCOME.dropped;
    case 'expired':
      return OUTCOME.expired;
    case 'bounced':
      return OUTCOME.bounced;
    default:
      return undefined;
  }
}

/** The state of a recipient in 16 bits: its outcome, and what else has been counted for it. */
const OUTCOME_BITS = 0b111;
/** At which attempt it was accepted is counted from its deferrals: one that is told later makes it a later one. */
export const TRIES_COUNTED = 1 << 3;
export const COMPLAINED = 1 << 4;
export const UNSUBSCRIBED = 1 << 5;
const OPENED_AT = 6;
const CLICKED_AT = 8;
const DEFERRALS_AT = 10;
const MOST_DEFERRALS = 63;

export const outcomeIn = (flags: number): number => flags & OUTCOME_BITS;
export const withOutcome = (flags: number, outcome: number): number => (flags & ~OUTCOME_BITS) | outcome;

/** How often it was deferred so far, as far as six bits go. */
export const deferralsIn = (flags: number): number => flags >> DEFERRALS_AT;
export const withDeferral = (flags: number): number =>
  deferralsIn(flags) < MOST_DEFERRALS ? flags + (1 << DEFERRALS_AT) : flags;

/** Who opened or clicked, in rising order: a person's open counts for more than the scanner's before it. */
export const READERS = ['none', 'machine', 'unknown', 'human'] as const;

export const readerOf = ({ machine }: MailEvent): number => (machine === undefined ? 2 : machine ? 1 : 3);

export const openedIn = (flags: number): number => (flags >> OPENED_AT) & 3;
export const withOpened = (flags: number, reader: number): number =>
  (flags & ~(3 << OPENED_AT)) | (reader << OPENED_AT);
export const clickedIn = (flags: number): number => (flags >> CLICKED_AT) & 3;
export const withClicked = (flags: number, reader: number): number =>
  (flags & ~(3 << CLICKED_AT)) | (reader << CLICKED_AT);
