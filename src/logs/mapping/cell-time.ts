import { ZONES_OF_MAIL, zoneOfMail } from '../../core/zone-names.ts';
import { type Zone, zoneOf } from '../zone.ts';

/** A time as a cell tells it. */
export interface CellTime {
  /** Seconds since 1970: UTC where there is a zone, else as if the local time were UTC. */
  readonly seconds: number;
  readonly isZoned: boolean;
}
export type TimeReader = (text: string) => CellTime | undefined;

/** A zone behind a time, as a part of a pattern. */
export const ZONE = String.raw`Z|UTC|GMT|[+-]\d\d(?::?\d\d)?|${ZONES_OF_MAIL.join('|')}`;

/** Undefined where there is no such day or hour. A leap second is the last of its minute. */
export function timeOf(
  parts: readonly (string | undefined)[],
  fraction: number,
  zone: string | undefined,
): CellTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)));
  const isReal =
    hour < 24 &&
    minute < 60 &&
    second <= 60 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  if (!isReal) return undefined;
  const seconds = date.getTime() / 1000 + fraction;
  return zone === undefined ? { seconds, isZoned: false } : { seconds: seconds - offsetOf(zone), isZoned: true };
}

const AFTERNOON = /^(?:p|下午|午後|오후)/i;

/** The hour of the day; undefined where a clock of twelve hours tells more. */
export function hourOfClock(hour: string, half: string | undefined): string | undefined {
  if (half === undefined) return hour;
  const told = Number(hour);
  return told > 12 ? undefined : String((told % 12) + (AFTERNOON.test(half) ? 12 : 0));
}

/** A zone as a cell of its own names it: `CEST`, `UTC+2`, `(GMT-05:00)`, `Europe/Berlin`. */
export function zoneNamed(text: string): Zone | undefined {
  const name = text.replace(/^\(|\).*$/g, '').trim();
  const minutes = zoneOfMail(name);
  return minutes === undefined ? zoneOf(name) : () => minutes * 60;
}

function offsetOf(zone: string): number {
  if (!/^[+-]/.test(zone)) return (zoneOfMail(zone) ?? 0) * 60;
  const [hours, minutes] = [zone.slice(1, 3), zone.length > 3 ? zone.slice(-2) : '0'];
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}
