import type { MailEvent } from '../logs/event.ts';
import type { Group } from './group.ts';
import type { Section } from './groups.ts';
import { type Hour, type Hours, hourOf, newHour } from './hours.ts';
import { OUTCOME } from './outcome.ts';

/** Hours kept in all: a year has 8,760, for each stream and each mailbox provider of it. Stops times made up at random. */
const MOST_HOURS = 100_000;
/** Reasons told apart within an hour; one incident has one or two. */
const REASONS_AN_HOUR = 20;

/** Writes down when things happened, for sections and for the groups that have hours of their own. */
export interface Timeline {
  /** An attempt that ended, and why it failed, if it did; `deferrals`: how often the recipient had been deferred before. */
  attempt(section: Section, group: Group, event: MailEvent, reason: number | undefined, deferrals: number): void;
  /** Somebody began to wait, or waits no more: of a section only, for nobody looks at the queue of a part by the hour. */
  queue(section: Section, event: MailEvent, before: number, outcome: number): void;
  /** Events whose hour of the section was not kept. */
  lost(): number;
}

export function newTimeline(): Timeline {
  let kept = 0;
  let lost = 0;
  // An event may be told of twice: who begins to wait was refused.
  let lastLost: MailEvent | undefined;
  const at = (hours: Hours, number: number): Hour | undefined => {
    const present = hours.get(number);
    if (present !== undefined) return present;
    if (kept >= MOST_HOURS) return undefined;
    kept += 1;
    const hour = newHour();
    hours.set(number, hour);
    return hour;
  };

  const ofSection = ({ hours }: Section, event: MailEvent): Hour | undefined => {
    const hour = at(hours, hourOf(event.time));
    if (hour === undefined && event !== lastLost) {
      lost += 1;
      lastLost = event;
    }
    return hour;
  };

  return {
    attempt(section, group, event, reason, deferrals) {
      const own = ofSection(section, event);
      if (own !== undefined) addAttempt(own, event, reason, deferrals === 0);
      const part = group.hours === undefined ? undefined : at(group.hours, hourOf(event.time));
      if (part !== undefined) addAttempt(part, event, reason, deferrals === 0);
    },
    queue(section, event, before, outcome) {
      const change = outcome === OUTCOME.queued ? 1 : before === OUTCOME.queued ? -1 : 0;
      if (change === 0) return;
      const hour = ofSection(section, event);
      if (hour !== undefined) hour.queued += change;
    },
    lost: () => lost,
  };
}

function addAttempt(hour: Hour, { kind, hop }: MailEvent, reason: number | undefined, isFirst: boolean): void {
  // Given up, or kept back: nobody was asked once more.
  if (kind === 'expired' || kind === 'dropped') return;
  hour.attempts += 1;
  if (kind === 'delivered' && hop !== 'relay' && hop !== 'local') hour.accepted += 1;
  else if (kind === 'deferred') hour.deferrals += 1;
  else if (kind === 'bounced') hour.bounced += 1;
  if (isFirst && (kind === 'deferred' || kind === 'bounced')) hour.firstFailures += 1;
  if (reason !== undefined) addReason(hour, reason);
}

function addReason(hour: Hour, reason: number): void {
  const reasons = (hour.reasons ??= new Map());
  const count = reasons.get(reason);
  if (count !== undefined || reasons.size < REASONS_AN_HOUR) reasons.set(reason, (count ?? 0) + 1);
}
