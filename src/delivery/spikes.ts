import type { ReplyClass } from '../replies/class.ts';
import { type Hour, hourBegins, type Hours } from './hours.ts';
import type { Reason } from './reasons.ts';
import { comparedEvery, failsByHalf, failuresOf, isIncident, usualFailures } from './usual-failures.ts';

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

/** Fewer failures are nothing to speak of. */
const FEWEST = 20;
/** Nor are they where they are those of fewer recipients than this, or than fail usually, tried again and again. */
const FEWEST_RECIPIENTS = 10;
/** So many times the usual: with so many failures that is beyond chance, which makes counts vary by their square root. */
const FACTOR = 3;
/** Of the attempts; less is no incident whatever is usual. */
const LEAST_SHARE = 0.05;
/** Of the largest of so many hours an hour's failures are a share: who is tried again belongs to a mailing of the hours before. */
const MAILING_HOURS = 3;
/** An hour with fewer attempts, none of them failing, does not say that it is over. */
const FEWEST_TO_END = 5;
/** Hours without mail that an incident goes on through: a night. */
const LONGEST_PAUSE = 12;
/** The last hour of a log is mostly a piece of one. */
const HOURS_TO_END = 2;

/** What stands out against the same hour of the week, or of the day where there are not two weeks, or all other hours. */
export function spikesIn(hours: Hours, reasons: readonly Reason[], lastHour: number): Spike[] {
  const sorted = [...hours].toSorted(([a], [b]) => a - b);
  const every = comparedEvery((sorted.at(-1)?.[0] ?? 0) - (sorted[0]?.[0] ?? 0) + 1);
  const usually = usualFailures(hours, every);
  const spikes: Spike[] = [];
  let open: Episode | undefined;
  const close = (): void => {
    if (open !== undefined && isNews(open)) spikes.push(told(open, reasons, lastHour));
    open = undefined;
  };
  for (const [number, hour] of sorted) {
    const failures = failuresOf(hour);
    const isEnough = areEnough(hour, open !== undefined) && isMuch(number, hour, hours);
    const usual = isEnough ? usually(number, hour) : undefined;
    if (usual === undefined || failures < FACTOR * usual.failures) {
      if (open !== undefined && hour.attempts >= FEWEST_TO_END) open.calm += 1;
      continue;
    }
    // An hour between two is part of the same.
    if (open !== undefined && (open.calm > 1 || number - open.last > LONGEST_PAUSE)) close();
    if (open === undefined && !areEnough(hour, false)) continue;
    open ??= { first: number, last: number, hours: [], failures: 0, usual: 0, usualRecipients: 0, calm: 0 };
    open.last = number;
    open.calm = 0;
    open.hours.push(hour);
    open.failures += failures;
    open.usual += usual.failures;
    open.usualRecipients += usual.recipients;
  }
  close();
  return spikes;
}

interface Episode {
  readonly first: number;
  last: number;
  readonly hours: Hour[];
  failures: number;
  usual: number;
  usualRecipients: number;
  /** Hours since the last that were as usual. */
  calm: number;
}

function isNews({ hours, failures, usualRecipients }: Episode): boolean {
  const recipients = hours.reduce((sum, hour) => sum + hour.firstFailures, 0);
  return failures >= FEWEST && recipients >= Math.max(FEWEST_RECIPIENTS, usualRecipients);
}

/** Of few mails some fail every day, and are tried again each hour: only of many, or of half of all, it is news. */
function areEnough(hour: Hour, isOpen: boolean): boolean {
  const failures = failuresOf(hour);
  return failures >= FEWEST || (isOpen ? failures > 0 && failsByHalf(hour) : isIncident(hour));
}

function isMuch(number: number, hour: Hour, hours: Hours): boolean {
  let attempts = 0;
  for (let before = 0; before < MAILING_HOURS; before += 1)
    attempts = Math.max(attempts, hours.get(number - before)?.attempts ?? 0);
  return failuresOf(hour) >= LEAST_SHARE * attempts;
}

function told(
  { first, last, hours, failures, usual, calm }: Episode,
  reasons: readonly Reason[],
  lastHour: number,
): Spike {
  const counts = new Map<number, number>();
  for (const hour of hours)
    for (const [reason, count] of hour.reasons ?? []) counts.set(reason, (counts.get(reason) ?? 0) + count);
  const [top] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const reason = top === undefined ? undefined : reasons[top[0]];
  return {
    begin: hourBegins(first),
    end: hourBegins(last + 1),
    goesOn: calm === 0 && last > lastHour - HOURS_TO_END,
    failures,
    usual: Math.round(usual),
    attempts: hours.reduce((sum, { attempts }) => sum + attempts, 0),
    ...(reason === undefined || top === undefined
      ? {}
      : { reason: { class: reason.class, text: reason.text, example: reason.example, failures: top[1] } }),
  };
}
