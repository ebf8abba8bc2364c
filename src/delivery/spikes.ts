import { median } from '../core/median.ts';
import type { ReplyClass } from '../replies/class.ts';
import { type Hour, hourBegins, type Hours } from './hours.ts';
import type { Reason } from './reasons.ts';

/** Hours in which far more failed than usual. */
export interface Spike {
  /** Seconds since 1970. */
  readonly begin: number;
  readonly end: number;
  /** Whether it went on when the input ended. */
  readonly goesOn: boolean;
  /** Deferrals and bounces in these hours, and how many are usual. */
  readonly failures: number;
  readonly usual: number;
  readonly attempts: number;
  /** What most of them were told; absent where too much was told to be kept. */
  readonly reason?: {
    readonly class: ReplyClass;
    readonly text: string;
    readonly example: string;
    readonly failures: number;
  };
}

/** Fewer failures in an hour are nothing to speak of. */
const FEWEST = 20;
/** So many times the usual: with so many failures that is beyond chance, which makes counts vary by their square root. */
const FACTOR = 3;
/** Of the hour's attempts; less is no incident whatever is usual. */
const LEAST_SHARE = 0.05;
const HOURS_A_DAY = 24;
const HOURS_A_WEEK = 168;
/** Weeks, and days, an hour is compared with before it is known what is usual. */
const WEEKS = 2;
const DAYS = 3;

/** What stands out against the same hour of the week, or of the day where there are not two weeks, or all other hours. */
export function spikesIn(hours: Hours, reasons: readonly Reason[], lastHour: number): Spike[] {
  const sorted = [...hours].toSorted(([a], [b]) => a - b);
  const first = sorted[0]?.[0] ?? 0;
  const period = (sorted.at(-1)?.[0] ?? 0) - first + 1;
  const every =
    period >= (WEEKS + 1) * HOURS_A_WEEK ? HOURS_A_WEEK : period >= (DAYS + 1) * HOURS_A_DAY ? HOURS_A_DAY : 1;
  const spikes: Spike[] = [];
  let open: Episode | undefined;
  const close = (): void => {
    if (open !== undefined) spikes.push(told(open, reasons, lastHour));
    open = undefined;
  };
  for (const [number, hour] of sorted) {
    if (!isMuch(hour)) continue;
    const usual = usualFailures(number, hour, hours, every);
    if (failuresOf(hour) < FACTOR * usual) continue;
    // An hour between two is part of the same.
    if (open !== undefined && number - open.last > 2) close();
    open ??= { first: number, last: number, hours: [], usual: 0 };
    open.last = number;
    open.hours.push(hour);
    open.usual += usual;
  }
  close();
  return spikes;
}

interface Episode {
  readonly first: number;
  last: number;
  readonly hours: Hour[];
  usual: number;
}

const failuresOf = ({ deferrals, bounced }: Hour): number => deferrals + bounced;

function isMuch(hour: Hour): boolean {
  const failures = failuresOf(hour);
  return failures >= FEWEST && failures >= LEAST_SHARE * hour.attempts;
}

/**
 * Failures the hour would have at the share that is usual: twice the mail, twice the failures. Who sends on two mornings a
 * week has sent at no other night: an hour that has no like is held to the same hour of the day, or to all others.
 */
function usualFailures(number: number, { attempts }: Hour, hours: Hours, every: number): number {
  for (const step of [HOURS_A_WEEK, HOURS_A_DAY, 1]) {
    if (step > every) continue;
    const shares = sharesOf(number, hours, step);
    if (shares.length > 0) return median(shares) * attempts;
  }
  return attempts;
}

function sharesOf(number: number, hours: Hours, every: number): number[] {
  const shares: number[] = [];
  for (const [other, hour] of hours)
    if (other !== number && hour.attempts > 0 && (other - number) % every === 0)
      shares.push(failuresOf(hour) / hour.attempts);
  return shares;
}

function told({ first, last, hours, usual }: Episode, reasons: readonly Reason[], lastHour: number): Spike {
  const counts = new Map<number, number>();
  for (const hour of hours)
    for (const [reason, count] of hour.reasons ?? []) counts.set(reason, (counts.get(reason) ?? 0) + count);
  const [top] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const reason = top === undefined ? undefined : reasons[top[0]];
  return {
    begin: hourBegins(first),
    end: hourBegins(last + 1),
    goesOn: last >= lastHour,
    failures: hours.reduce((sum, hour) => sum + failuresOf(hour), 0),
    usual: Math.round(usual),
    attempts: hours.reduce((sum, { attempts }) => sum + attempts, 0),
    ...(reason === undefined || top === undefined
      ? {}
      : { reason: { class: reason.class, text: reason.text, example: reason.example, failures: top[1] } }),
  };
}
