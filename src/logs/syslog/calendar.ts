import { zoneOfServer } from '../../core/zone-names.ts';
import type { Zone } from '../zone.ts';

/** Midnight of a date, seconds since 1970; undefined where there is no such day. */
export function dateOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month, day));
  return month >= 0 && date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() / 1000 : undefined;
}

/** Years to go back at the most: from one 29 February to the one before it may be eight. */
const MOST_YEARS = 8;

/** The last such day that is not later than `latest`. */
export function lastDateBefore(latest: number, month: number, day: number): number | undefined {
  const lastYear = new Date(latest * 1000).getUTCFullYear();
  for (let year = lastYear; year >= lastYear - MOST_YEARS; year -= 1) {
    const date = dateOf(year, month, day);
    if (date !== undefined && date <= latest) return date;
  }
  return undefined;
}

/** Seconds east of UTC at a local time: `Z`, `CET`, `+0100`, `-05:30`, or what is assumed where none is written. */
export function zoneSeconds(zone: string | undefined, assumed: Zone | undefined, local: number): number {
  if (zone === undefined) return assumed?.(local) ?? 0;
  if (!zone.startsWith('+') && !zone.startsWith('-')) return (zoneOfServer(zone) ?? 0) * 60;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60;
}
