import { median } from '../core/median.ts';
import type { ReporterTally } from '../streams/report-tallies.ts';

/** A reporter that sends a report nearly every day: what it says of one day can be compared with another. */
export const STEADY_SHARE = 0.8;
/** A steady reporter with less of the messages than this is not waited for. */
const HEAVY_SHARE = 0.05;

/** The days of a period, and how well each is reported on. Many reporters send now and then, so days are not alike. */
export interface Calendar {
  /** Days any report speaks about, in order; empty where nothing was read. */
  readonly reported: readonly number[];
  /**
   * Those of them that make one course of time, the one with most messages: where a month passes without any report,
   * another begins. A reporter whose clock is wrong by years makes no period of years.
   */
  readonly course: readonly number[];
  /**
   * How much more is reported on a day than on a usual one because reporters that come now and then sent a report:
   * 1 on a usual day. Undefined where no steady reporter shows what a usual day is.
   */
  readonly coverage: (day: number) => number | undefined;
  /** Whether all steady reporters of weight have reported on the day: only then is it known that there was nothing. */
  readonly isWhole: (day: number) => boolean;
}

export function calendarOf(reporters: readonly ReporterTally[]): Calendar {
  const reported = [...new Set(reporters.flatMap(({ days }) => [...days.keys()]))].toSorted((a, b) => a - b);
  const total = new Map<number, number>();
  for (const { days } of reporters) for (const [day, count] of days) total.set(day, (total.get(day) ?? 0) + count);

  const course = mainCourse(reported, total);
  const steady = reporters.filter(({ days }) => days.size >= course.length * STEADY_SHARE);
  const steadily = (day: number): number => steady.reduce((sum, { days }) => sum + (days.get(day) ?? 0), 0);
  const ratios = new Map(
    course.flatMap((day) => {
      const known = steadily(day);
      return known === 0 ? [] : [[day, (total.get(day) ?? 0) / known] as const];
    }),
  );
  const usual = median([...ratios.values()]);

  const messages = [...total.values()].reduce((sum, count) => sum + count, 0);
  const awaited = reporters.filter(
    (one) =>
      one.messages > 0 && one.messages >= messages * HEAVY_SHARE && one.days.size >= spanOf(one, course) * STEADY_SHARE,
  );
  return {
    reported,
    course,
    coverage(day) {
      const ratio = ratios.get(day);
      return ratio === undefined || usual === 0 ? undefined : ratio / usual;
    },
    isWhole: (day) => awaited.every(({ days }) => days.has(day)),
  };
}

/** Days without any report that part one course of time from the next. */
const LONGEST_PAUSE = 31;

function mainCourse(reported: readonly number[], total: ReadonlyMap<number, number>): readonly number[] {
  let best: { readonly days: readonly number[]; readonly messages: number } = { days: [], messages: -1 };
  for (let start = 0; start < reported.length;) {
    let [end, messages] = [start, 0];
    while (end < reported.length && (reported[end] ?? 0) - (reported[Math.max(start, end - 1)] ?? 0) <= LONGEST_PAUSE) {
      messages += total.get(reported[end] ?? 0) ?? 0;
      end += 1;
    }
    if (messages > best.messages) best = { days: reported.slice(start, end), messages };
    start = end;
  }
  return best.days;
}

/** Reported days from a reporter's first to its last: one that stopped half-way was steady as long as it came. */
function spanOf({ days }: ReporterTally, course: readonly number[]): number {
  const first = course.findIndex((day) => days.has(day));
  const last = course.findLastIndex((day) => days.has(day));
  return last - first + 1;
}
