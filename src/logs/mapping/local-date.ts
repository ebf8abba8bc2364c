import { DAY_SECONDS } from '../../core/day.ts';
import type { Assumptions } from '../format.ts';
import { type CellTime, hourOfClock, type TimeReader, timeOf } from './cell-time.ts';
import { anyReader } from './time-format.ts';

/** A day as numbers, with a time of day, as Windows writes it in most countries; the halves of a day in Latin letters. */
const LOCAL = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}),?\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:\s*([AaPp])\.?[Mm]\.?)?$/;
/** `Nov 25, 2026 7:46:40 PM`, as a browser writes it. */
const NAMED = ['MMM D, YYYY h:mm:ss A', 'MMM D, YYYY, h:mm:ss A', 'MMM D, YYYY hh:mm:ss'];
const MONTHS = 12;
/** What is exported is mostly no older; and a clock may be a day ahead. */
const RECENT = 31 * DAY_SECONDS;
type Order = 'day first' | 'month first';

/**
 * Reads the times of one table that somebody's machine wrote in the way of its country. Dots and hyphens stand behind the
 * day everywhere. Behind a slash it is the month in America and the day elsewhere: what cannot be a month tells for the rows
 * that follow; so does a day that lies within a month of the export, where the other one does not. Then it is America that
 * halves its days. Undefined: it may be either.
 */
export function localDateReader({ latest }: Pick<Assumptions, 'latest'>): TimeReader {
  const readNamed = anyReader(undefined, ...NAMED);
  let known: Order | undefined;
  const isRecent = (time: CellTime | undefined): boolean =>
    time !== undefined && time.seconds <= latest + DAY_SECONDS && time.seconds > latest - RECENT;
  return (text) => {
    const plain = readNamed(text);
    if (plain !== undefined) return plain;
    const found = LOCAL.exec(text);
    if (found === null) return undefined;
    const [, one = '', separator, two = '', , , , , half] = found;
    if (separator !== '/') return timeIn('day first', found);
    if (Number(one) > MONTHS) known = 'day first';
    else if (Number(two) > MONTHS) known = 'month first';
    if (known !== undefined || one === two) return timeIn(known ?? 'day first', found);
    const [dayFirst, monthFirst] = [timeIn('day first', found), timeIn('month first', found)];
    if (isRecent(dayFirst) !== isRecent(monthFirst)) known = isRecent(dayFirst) ? 'day first' : 'month first';
    else if (half === undefined) return undefined;
    return known === 'day first' ? dayFirst : monthFirst;
  };
}

function timeIn(order: Order, found: RegExpExecArray): CellTime | undefined {
  const [, one, , two, year, hour = '', minute, second = '0', half] = found;
  const [day = '', month = ''] = order === 'day first' ? [one, two] : [two, one];
  const hours = hourOfClock(hour, half);
  return hours === undefined ? undefined : timeOf([year, month, day, hours, minute, second], 0, undefined);
}
