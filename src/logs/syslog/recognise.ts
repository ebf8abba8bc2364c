import { onceFor } from '../../core/once-for.ts';
import { ANY_TIME } from '../any-time.ts';
import type { Assumptions } from '../format.ts';
import { surenessOf } from '../sureness.ts';
import { stampOf } from './stamp.ts';

/** Characters of a line that are looked at. Stops a line that is nothing but beginnings of what is looked for. */
const LOOKED_AT = 4096;

/** Of the lines of a beginning, which every format that goes by stamps is asked about. */
export const stampedOf = onceFor((lines: readonly string[]) =>
  lines.filter((line) => stampOf(line, ANY_TIME) !== undefined),
);

export const hasStamps = (lines: readonly string[]): boolean => stampedOf(lines).length > 0;

/** How many of the lines with a stamp are as a format wants them: 0 to 1. */
export function shareOf(lines: readonly string[], wanted: RegExp): number {
  const stamped = stampedOf(lines);
  return stamped.length === 0
    ? 0
    : stamped.filter((line) => wanted.test(line.slice(0, LOOKED_AT))).length / stamped.length;
}

/** How sure it is that a log is a format's own, by its lines with a stamp: as `surenessOf` has it of all lines. */
export const surenessOfStamped = (lines: readonly string[], isOwn: (line: string) => boolean): number =>
  surenessOf(stampedOf(lines), isOwn);

/** When the first line with a stamp was written. */
export function firstTimeIn(lines: readonly string[], assumptions: Assumptions): number | undefined {
  for (const line of lines) {
    const stamp = stampOf(line, assumptions);
    if (stamp !== undefined) return stamp.minute + stamp.seconds;
  }
  return undefined;
}
