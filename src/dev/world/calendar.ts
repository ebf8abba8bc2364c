/** The story's month: 1–30 October 2026, UTC. */
export const DAYS = 30;

/** Seconds since 1970 at which a day of October 2026 starts. */
export const startOf = (day: number): number => Date.UTC(2026, 9, day) / 1000;

export const PERIOD = { begin: '2026-10-01T00:00:00Z', end: '2026-10-30T23:59:59Z' } as const;

/** How much of a flow's mail goes out on a day, compared with its other days. */
export type Rhythm = (day: number) => number;

const weekday = (day: number): number => (day + 3) % 7; // 0 is Sunday; 1 October 2026 is a Thursday
const byWeekday =
  (sundayToSaturday: readonly number[]): Rhythm =>
  (day) =>
    sundayToSaturday[weekday(day)] ?? 0;

/** Orders come every day, most on Sunday evening and after the newsletter. */
export const orders = byWeekday([13, 9, 14, 11, 12, 10, 9]);
/** People at their desks; a little at the weekend. */
export const office = byWeekday([1, 10, 11, 10, 10, 8, 1]);
/** The newsletter goes out on Tuesdays, late time zones get it on Wednesday; offers follow on Thursdays. */
export const campaigns = byWeekday([0, 0, 20, 1, 7, 0, 0]);
/** A botnet knows no weekend; two waves, one of a fake sale and one before the end of the month. */
export const waves: Rhythm = (day) => ([10, 11, 12, 24, 25].includes(day) ? 6 : 1);
