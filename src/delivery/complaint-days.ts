import { DAY_SECONDS } from '../core/day.ts';
import type { MailEvent } from '../logs/event.ts';
import type { Section } from './groups.ts';
import { HOURS_A_DAY, type Hours } from './hours.ts';

/** Days in a row, and what came of the mail then. */
export interface ComplaintDays {
  /** Days since 1970. */
  readonly first: number;
  readonly last: number;
  readonly accepted: number;
  readonly complained: number;
}

/** Days kept of a stream: ten years. Stops times made up at random. */
const MOST_DAYS = 3660;

export function noteComplaint({ complaints }: Section, { time }: MailEvent): void {
  const day = Math.floor(time / DAY_SECONDS);
  const count = complaints.get(day);
  if (count !== undefined || complaints.size < MOST_DAYS) complaints.set(day, (count ?? 0) + 1);
}

/**
 * The days with complaints, each with the two before: receivers count by the day, and most who complain do so on the day a
 * mailing comes or on the next. With fewer, the late complaints about a large mailing would be those about a small one.
 */
export function complaintDays(complaints: ReadonlyMap<number, number>, hours: Hours): ComplaintDays[] {
  if (complaints.size === 0) return [];
  const accepted = new Map<number, number>();
  for (const [number, hour] of hours) {
    const day = Math.floor(number / HOURS_A_DAY);
    accepted.set(day, (accepted.get(day) ?? 0) + hour.accepted);
  }
  const sum = (days: ReadonlyMap<number, number>, last: number): number =>
    (days.get(last - 2) ?? 0) + (days.get(last - 1) ?? 0) + (days.get(last) ?? 0);
  return [...complaints.keys()]
    .toSorted((a, b) => a - b)
    .map((last) => ({
      first: last - 2,
      last,
      accepted: sum(accepted, last),
      complained: sum(complaints, last),
    }));
}
