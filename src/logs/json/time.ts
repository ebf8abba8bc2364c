import type { Draft } from '../event.ts';
import type { Assumptions } from '../format.ts';
import { withoutType } from './extended.ts';
import { plainInstant } from './plain-instant.ts';

/** Seconds: 1973. What is earlier is a zero, a duration or a fault: there were no such services. */
const EARLIEST = 1e8;
/** Seconds: the year 5138. What is beyond counts something smaller than seconds. */
const LATEST = 1e11;
const STEP = 1000;

/** Seconds since 1970, from seconds, milliseconds, microseconds or nanoseconds, as a number or as text. */
export function epochOf(value: unknown): number | undefined {
  let time = typeof value === 'number' ? value : NUMERIC(typeof value === 'object' ? withoutType(value) : value);
  for (let unit = 0; unit < 3 && time >= LATEST; unit += 1) time /= STEP;
  return time >= EARLIEST && time < LATEST ? time : undefined;
}
const NUMERIC = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value)
      ? Number(value)
      : Number.NaN;

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))? ?(Z|z|UTC|[+-]\d\d(?::?\d\d)?)?$/;
const MILLISECONDS = 1000;

/** When, and whether the zone had to be assumed. */
export interface Instant {
  readonly time: number;
  readonly timeAssumed?: 'zone';
}

/** RFC 3339, with any number of digits behind the second, a blank for the T, or without the zone. */
export function instantOf(value: unknown, assumptions: Assumptions): Instant | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = plainInstant(value);
  if (plain >= EARLIEST) return { time: plain };
  const [, date, clock, fraction, zone] = INSTANT.exec(value) ?? [];
  if (date === undefined || clock === undefined) return undefined;
  const whole = Date.parse(`${date}T${clock}${zoneText(zone)}`) / MILLISECONDS;
  const time = fraction === undefined ? whole : whole + Number(`0.${fraction}`);
  if (!(time >= EARLIEST)) return undefined;
  if (zone !== undefined) return { time };
  // A zone that was given is not assumed.
  return assumptions.zone === undefined ? { time, timeAssumed: 'zone' } : { time: time - assumptions.zone(whole) };
}

function zoneText(zone: string | undefined): string {
  if (zone === undefined || !/^[+-]/.test(zone)) return 'Z';
  const digits = zone.replace(':', '');
  return `${digits.slice(0, 3)}:${digits.slice(3) || '00'}`;
}

/** Either of them. */
export function momentOf(value: unknown, assumptions: Assumptions): Instant | undefined {
  const plain = typeof value === 'string' ? plainInstant(value) : Number.NaN;
  if (plain >= EARLIEST) return { time: plain };
  const time = epochOf(value);
  if (time !== undefined) return { time };
  return instantOf(typeof value === 'object' ? withoutType(value) : value, assumptions);
}

/** Either of them, of a service whose times are in UTC whether they say so or not. */
export function utcOf(value: unknown, { latest }: Pick<Assumptions, 'latest'>): Instant | undefined {
  const time = epochOf(value) ?? instantOf(value, { latest, zone: () => 0 })?.time;
  return time === undefined ? undefined : { time };
}

/** Seconds between two moments, where both are known and in order. */
export function secondsBetween(
  from: Instant | undefined,
  to: Pick<Draft, 'time'> | undefined,
  digits = MILLISECONDS,
): number | undefined {
  if (from === undefined || to === undefined || to.time < from.time) return undefined;
  return Math.round((to.time - from.time) * digits) / digits;
}
