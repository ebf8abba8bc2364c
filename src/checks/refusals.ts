import { DAY_SECONDS } from '../core/day.ts';
import { timestamp } from '../core/format.ts';
import { isSurelyOver } from '../core/surely.ts';
import { advice } from '../replies/advice.ts';
import type { Counts, Delivery, DeliverySection, ReasonCount } from '../delivery/delivery.ts';

/** Replies of one kind that some mail was given. */
export interface Refusals {
  /** Attempts that were answered so. */
  readonly attempts: number;
  /** What most of them were told. */
  readonly reason: ReasonCount;
  /** Seconds since 1970. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** One receiver's odd list, or forwarded mail of others, refuses some of thousands: below this share it is not what becomes of the mail. */
const SHARE = 0.01;
/** One or two messages are no kind of mail. */
const FEWEST = 3;
/** What comes every day at its hour has come again within one. */
const DAYS_WITHOUT = 1;
/** Recipients who took mail since, and would have been refused some. */
const ENOUGH_SINCE = 20;

export function refusalsIn(
  reasons: readonly ReasonCount[],
  isOne: (reason: ReasonCount) => boolean,
): Refusals | undefined {
  const those = reasons.filter(isOne);
  const [reason] = those;
  if (reason === undefined) return undefined;
  return {
    attempts: those.reduce((sum, { count }) => sum + count, 0),
    reason,
    firstSeen: Math.min(...those.map(({ firstSeen }) => firstSeen)),
    lastSeen: Math.max(...those.map(({ lastSeen }) => lastSeen)),
  };
}

/** Whether so many of what was tried were refused that it is no accident: of recipients, or where it is tried again of attempts. */
export function areMany({ attempts, reason }: Refusals, counts: Counts): boolean {
  const { attempted, deferred } = counts;
  const tried = isForGood(reason, counts) ? attempted : attempted + deferred.attempts;
  return attempts >= FEWEST && isSurelyOver(SHARE, attempts, Math.max(tried, attempts));
}

/** Whether it is over: a day without, though mail went on. `part` is the mail that was refused some. */
export function areOver(
  { lastSeen }: Refusals,
  { timeline, attempted }: DeliverySection,
  part: Counts,
  { period }: Delivery,
): boolean {
  if (period === undefined || period.end - lastSeen < DAYS_WITHOUT * DAY_SECONDS) return false;
  const accepted = timeline.reduce((sum, hour) => sum + (hour.begin > lastSeen ? hour.accepted : 0), 0);
  return accepted * (part.attempted / Math.max(1, attempted)) >= ENOUGH_SINCE;
}

/** A refusal for good; where no code tells, whether anything of that class bounced. */
export const isForGood = ({ code, enhancedCode, class: named }: ReasonCount, { bouncedBy }: Counts): boolean =>
  code === undefined
    ? enhancedCode === undefined
      ? (bouncedBy[named] ?? 0) > 0
      : enhancedCode.startsWith('5')
    : code >= 500;

/** The reason most who are put off were given: not that of those who were refused for good. */
export const putOffFor = (counts: Counts): ReasonCount | undefined =>
  counts.reasons.find((reason) => !isForGood(reason, counts));

/** A reason as findings tell it: what it is, and the words it was given in. */
export const toldReason = (reason: Pick<ReasonCount, 'class' | 'text'> | undefined, before = ''): string =>
  reason === undefined ? 'no reason is told' : `${before}${advice[reason.class].title}, “${reason.text}”`;

/** `2026-11-09T08:00Z`: to the minute. */
export const minute = (time: number): string => timestamp(Math.floor(time / 60) * 60).replace(':00Z', 'Z');
