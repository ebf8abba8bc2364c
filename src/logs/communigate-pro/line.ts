import type { Assumptions } from '../format.ts';
import { type LocalTime, readLocalTime } from '../local-time.ts';

/** `08:39:16.52 2 QUEUE([7005098]) from <…>`: the time of day, the level, and whose record it is. */
const LINE = /^\uFEFF? ?(\d\d:\d\d:\d\d(?:\.\d{1,6})?) [0-5] ([A-Z][A-Z\d]{2,}\b.*)$/;

/** Reads what a record says, and when it was written; undefined where it is none, or no day is known. */
export function communigateLine(line: string, assumptions: Assumptions, time: LocalTime): string | undefined {
  const [, clock = '', text] = LINE.exec(line) ?? [];
  if (text === undefined) return undefined;
  return readLocalTime(assumptions.date, clock, assumptions, time) ? text.trimEnd() : undefined;
}
