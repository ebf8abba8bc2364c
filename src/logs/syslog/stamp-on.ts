import { DAY_SECONDS } from '../../core/day.ts';
import type { Assumptions } from '../format.ts';
import { zoneSeconds } from './calendar.ts';

/** What a stamp says, and how it is written, so that the next line's can be read by its digits alone. */
export interface Stamp {
  /** Seconds since 1970, UTC, of the minute it lies in. */
  readonly minute: number;
  /** Seconds within the minute, with their fraction. */
  readonly seconds: number;
  /** What had to be assumed. */
  readonly assumed: 'year' | 'zone' | 'year and zone' | undefined;
  /** Where in the line it begins; of two, the line's own. */
  readonly start: number;
  /** Where in the line the two digits of the seconds stand, and the stamp ends; -1 where it has no such digits. */
  readonly secondsAt: number;
  readonly end: number;
  /** Digits of the fraction; 0 for none. */
  readonly fraction: number;
}

/** A stamp by what its groups hold. */
export interface Written {
  readonly whole: string;
  readonly lead: number;
  readonly clock: readonly (string | undefined)[];
  readonly zone: string | undefined;
  readonly isYearTold?: boolean;
}

/** `date`: seconds since 1970 of its day, where its clock stands. */
export function stampOn(
  date: number,
  { whole, lead, clock: [hour, minute, second, fraction = ''], zone, isYearTold = true }: Written,
  { zone: assumedZone }: Assumptions,
): Stamp {
  const local = date + Number(hour) * 3600 + Number(minute) * 60;
  const noZone = zone === undefined && assumedZone === undefined;
  const hourAndMinute = `${hour}:${minute}:`;
  return {
    minute: local - zoneSeconds(zone, assumedZone, local),
    seconds: Number(second) + Number(`0.${fraction || 0}`),
    assumed: isYearTold ? (noZone ? 'zone' : undefined) : noZone ? 'year and zone' : 'year',
    start: lead,
    // That V8 tells where a group stands takes it longer than all the rest; a year may stand before it with a colon.
    secondsAt: lead + whole.lastIndexOf(hourAndMinute) + hourAndMinute.length,
    end: lead + whole.length,
    fraction: fraction.length,
  };
}

/** Seconds: the last moment at which a line without a year may have been written. With a day's grace for clocks that differ. */
export const latestDay = (
  [hour, minute]: Written['clock'],
  zone: string | undefined,
  { latest, zone: assumed }: Assumptions,
): number => latest + DAY_SECONDS - (Number(hour) * 3600 + Number(minute) * 60) + zoneSeconds(zone, assumed, latest);
