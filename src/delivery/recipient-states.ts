import type { MailEvent } from '../logs/event.ts';
import { type Group, moveTry, timesOf } from './group.ts';
import type { Hash } from './hash.ts';
import {
  clickedIn,
  COMPLAINED,
  deferralsIn,
  openedIn,
  OUTCOME,
  outcomeIn,
  readerOf,
  TRIES_COUNTED,
  UNSUBSCRIBED,
  withClicked,
  withDeferral,
  withOpened,
  withOutcome,
} from './outcome.ts';
import { newRecipientTable } from './recipient-table.ts';

/** What an event changed for its recipient. The object is used again and again: read it before the next call. */
export interface Settled {
  /** Whether the outcome is a new one; otherwise the recipient counts as before. */
  rises: boolean;
  before: number;
  /** When the sending system took it in, seconds since 1970; 0 where it is not known. */
  since: number;
  /** How often it had been deferred before. */
  deferrals: number;
}

/** Counts each recipient of each message once in every figure, whatever is told of it, how often, and in which order. */
export interface RecipientStates {
  /** The slot of the event's recipient, good for this event; of one that is nowhere known a new one, unless it is done with. */
  slotOf(key: Hash, outcome: number | undefined, reusesIds: boolean): number;
  /** The slot of a recipient whose latest message was kept under this key; -1 where there is none. */
  latest(key: Hash): number;
  /** Keeps under a key what became of a recipient, so that a bounce which names no message finds the latest. */
  keepLatest(key: Hash, group: Group, outcome: number): void;
  /** The group a recipient is counted in, if any. */
  homeOf(slot: number): Group | undefined;
  /** Whether the event was told before; undefined where its recipient has too many to say. */
  isTold(slot: number, event: Hash): boolean | undefined;
  /** `slot`: -1 where nothing tells the event's recipient from others. */
  settle(event: MailEvent, slot: number, group: Group, outcome: number): Settled;
  /** The same of somebody who is done with, and was counted in `home` with the outcome `before`. */
  settleLate(home: Group, before: number, group: Group, outcome: number): Settled;
  /** What the recipient did with the mail. */
  react(event: MailEvent, slot: number, group: Group): void;
}

interface Surroundings {
  /** Whether what is counted stays where it happened, as it does by the hour and by the day. */
  readonly staysPut: boolean;
  readonly groupOf: (number: number) => Group | undefined;
  readonly reusesIds: (source: string) => boolean;
}

export function newRecipientStates({ staysPut, groupOf, reusesIds }: Surroundings): RecipientStates {
  const recipients = newRecipientTable();
  const settled: Settled = { rises: false, before: 0, since: 0, deferrals: 0 };

  return {
    slotOf: (key, outcome, forgets) => (isFinal(outcome, forgets) ? recipients.find(key) : recipients.ensure(key)),
    latest: (key) => recipients.find(key),
    keepLatest: (key, { number }, outcome) => recipients.put(recipients.ensure(key), number, withOutcome(0, outcome)),
    homeOf: (slot) => groupOf(recipients.groupOf(slot)),
    isTold: recipients.isTold,
    settle(event, slot, group, outcome) {
      const flags = slot < 0 ? 0 : recipients.flagsOf(slot);
      const before = outcomeIn(flags);
      settled.deferrals = deferralsIn(flags);
      const isDeferral = event.kind === 'deferred';
      const isNobodys = isDeferral && isOfQueue(event);
      settled.rises = outcome > before && !isNobodys;
      settled.before = before;
      const since = slot < 0 ? 0 : recipients.sinceOf(slot);
      settled.since = Math.max(0, since);
      if (isDeferral) {
        group.deferrals += 1;
        if (settled.deferrals === 0 && !isNobodys) group.deferred += 1;
      }
      const home = slot < 0 ? undefined : groupOf(recipients.groupOf(slot));
      if (isDeferral && home !== undefined && (flags & TRIES_COUNTED) !== 0) moveTry(home, settled.deferrals + 1);
      if (settled.rises) {
        if (home !== undefined) count(home.outcomes, before, -1);
        count(group.outcomes, outcome, 1);
        if (home !== undefined && home !== group && !staysPut) moveReactions(flags, home, group);
      }
      if (slot < 0) return settled;
      if (isFinal(outcome, reusesIds(event.source))) {
        recipients.forget(slot);
        return settled;
      }
      const { number } = settled.rises || home === undefined ? group : home;
      const next = withOutcome(isDeferral ? withDeferral(flags) : flags, Math.max(outcome, before));
      recipients.put(slot, number, settled.rises ? withTries(next, event, outcome) : next);
      if (event.kind === 'accepted') {
        // It comes behind the delivery where a service's servers post on their own: only now it is known how long that took.
        if (since < 0) timesOf(home ?? group, before).delays.add(Math.max(0, -since - event.time));
        recipients.putSince(slot, event.time);
      } else if (since === 0 && settled.rises && isThrough(outcome) && event.delay?.total === undefined)
        recipients.putSince(slot, -event.time);
      return settled;
    },
    settleLate(home, before, group, outcome) {
      Object.assign(settled, { rises: outcome > before, before, since: 0, deferrals: 0 });
      if (settled.rises) {
        count(home.outcomes, before, -1);
        count(group.outcomes, outcome, 1);
      }
      return settled;
    },
    react(event, slot, group) {
      const next = reacted(event, group, slot < 0 ? 0 : recipients.flagsOf(slot));
      if (slot < 0) return;
      const home = recipients.groupOf(slot);
      recipients.put(slot, home === 0 && !staysPut ? group.number : home, next);
    },
  };
}

/** A mail server is done with a message when it has left: what it says later is about another one. */
const isFinal = (outcome: number | undefined, reusesIds: boolean): boolean =>
  reusesIds && outcome !== undefined && outcome !== OUTCOME.queued;

/** Told of a whole queue (PowerMTA's `tq`): nobody in particular was deferred, and of no message. */
const isOfQueue = ({ recipient, ids }: MailEvent): boolean =>
  recipient === undefined && (ids.queue ?? ids.message ?? ids.esp) === undefined;
const isThrough = (outcome: number): boolean => outcome === OUTCOME.accepted || outcome === OUTCOME.handedOver;

/** Whose acceptance does not say at which attempt it came, and stands. */
const withTries = (flags: number, { attempt }: MailEvent, outcome: number): number =>
  outcome === OUTCOME.accepted && attempt === undefined ? flags | TRIES_COUNTED : flags & ~TRIES_COUNTED;

function count(counts: Float64Array, at: number, change: 1 | -1): void {
  counts[at] = (counts[at] ?? 0) + change;
}

/** What a recipient did was told before what became of the mail: it counts where that does. */
function moveReactions(flags: number, from: Group, to: Group): void {
  const [opened, clicked] = [openedIn(flags), clickedIn(flags)];
  for (const [group, change] of [
    [from, -1],
    [to, 1],
  ] as const) {
    if (opened > 0) count(group.opened, opened, change);
    if (clicked > 0) count(group.clicked, clicked, change);
    if ((flags & COMPLAINED) !== 0) group.complained += change;
    if ((flags & UNSUBSCRIBED) !== 0) group.unsubscribed += change;
  }
}

function reacted(event: MailEvent, group: Group, flags: number): number {
  switch (event.kind) {
    case 'opened':
      return withOpened(flags, risen(group.opened, openedIn(flags), readerOf(event)));
    case 'clicked':
      return withClicked(flags, risen(group.clicked, clickedIn(flags), readerOf(event)));
    case 'complained':
      if ((flags & COMPLAINED) === 0) group.complained += 1;
      return flags | COMPLAINED;
    case 'unsubscribed':
      if ((flags & UNSUBSCRIBED) === 0) group.unsubscribed += 1;
      return flags | UNSUBSCRIBED;
    // The sender's own list, and no mail.
    case 'subscribed':
      return flags;
    default:
      group.autoReplies += 1;
      return flags;
  }
}

/** Counts a reader once, as the most human it has shown itself to be. */
function risen(counts: Float64Array, before: number, now: number): number {
  if (now <= before) return before;
  if (before > 0) count(counts, before, -1);
  count(counts, now, 1);
  return now;
}
