import { MONTHS } from '../../core/months.ts';
import { zoneOfServer } from '../../core/zone-names.ts';
import type { Assumptions } from '../format.ts';
import { dateOf, lastDateBefore, zoneSeconds } from './calendar.ts';

const DAY = 86_400;
/**
 * `2026-11-09T01:13:17.774928+01:00`; a blank for the T, or svlogd's underscore, a comma for the point, no colon in the zone, or no zone;
 * journalctl's short-full puts the day of the week before it, and the name of the zone behind.
 */
const ISO =
  // oxlint-disable-next-line no-control-regex -- the colour of a terminal may end behind it
  /^(?:[A-Z][a-z]{2} (?=.{19,29} [A-Z]{3,5} ))?(\d{4})[-/](\d\d)[-/](\d\d)[T _](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?(?=[ \]:|\u001B]|$)/d;
const ZONE_NAME = /^ ([A-Z]{3,5})(?= )/;
/** `Nov  9 10:52:13`; a day of the week before it, a year anywhere, a fraction, a zone. */
const CLASSIC =
  // oxlint-disable-next-line no-control-regex -- the colour of a terminal may end behind it
  /^(?:[A-Z][a-z]{2},? )?(?:(\d{4}) )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: (\d{4})(?= ))?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?= ))?(?=[ \]:\u001B]|$)/d;
/** `09-Nov-2026 10:52:13`, `Mon, 9 Nov 2026 10:52:13 +0100`: what programs write that take the time from elsewhere than syslog. */
const DAY_FIRST =
  // oxlint-disable-next-line no-control-regex -- the colour of a terminal may end behind it
  /^(?:[A-Z][a-z]{2},? )?(\d{1,2})[- /]([A-Z][a-z]{2})[- /](\d{4})[ :](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?=[ \]]))?(?=[ \]:\u001B]|$)/d;
/** `1731117133.123456`, or milliseconds. */
const EPOCH = /^(\d{10})(?:\.(\d{1,9})|(\d{3}))?(?= )/;
/** `@4000000069105e8d2e3b1f00`: TAI64N, as multilog writes it: 2^62 and the second, nanoseconds. */
const TAI64N = /^@4([\da-f]{15})([\da-f]{8})(?= )/;
/** Seconds by which TAI was ahead in 1970; leap seconds do not count here, since multilog's clock knows none. */
const TAI_AHEAD = 10;

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

/** The stamp a text begins with, which stands `lead` characters behind the line's beginning. */
export const stampIn = (text: string, lead: number, assumptions: Assumptions): Stamp | undefined =>
  isoStamp(text, lead, assumptions) ??
  classicStamp(text, lead, assumptions) ??
  dayFirstStamp(text, lead, assumptions) ??
  epochStamp(text, lead) ??
  taiStamp(text, lead);

function isoStamp(text: string, lead: number, { zone: assumedZone }: Assumptions): Stamp | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [whole, year, month, day, hour, minute, second, fraction = '', offset] = match;
  const date = dateOf(Number(year), Number(month) - 1, Number(day));
  if (date === undefined) return undefined;
  const isNamed = offset === undefined && /^[A-Z]/.test(whole);
  const [named = '', name = ''] = (isNamed && ZONE_NAME.exec(text.slice(whole.length))) || [];
  const zone = offset ?? (zoneOfServer(name) === undefined ? undefined : name);
  const local = date + Number(hour) * 3600 + Number(minute) * 60;
  return {
    minute: local - zoneSeconds(zone, assumedZone, local),
    seconds: Number(second) + Number(`0.${fraction || 0}`),
    assumed: zone === undefined && assumedZone === undefined ? 'zone' : undefined,
    start: lead,
    secondsAt: lead + (match.indices?.[6]?.[0] ?? 0),
    end: lead + whole.length + named.length,
    fraction: fraction.length,
  };
}

function classicStamp(text: string, lead: number, { latest, zone: assumedZone }: Assumptions): Stamp | undefined {
  const match = CLASSIC.exec(text);
  if (match === null) return undefined;
  const [whole, before, name = '', day, between, hour, minute, second, fraction = '', behind, zone] = match;
  const month = MONTHS.indexOf(name);
  const ofDay = Number(hour) * 3600 + Number(minute) * 60;
  const year = before ?? between ?? behind;
  const date =
    year === undefined
      ? lastDateBefore(latest + DAY - ofDay + zoneSeconds(zone, assumedZone, latest), month, Number(day))
      : dateOf(Number(year), month, Number(day));
  if (date === undefined) return undefined;
  const noZone = zone === undefined && assumedZone === undefined;
  return {
    minute: date + ofDay - zoneSeconds(zone, assumedZone, date + ofDay),
    seconds: Number(second) + Number(`0.${fraction || 0}`),
    assumed: year === undefined ? (noZone ? 'year and zone' : 'year') : noZone ? 'zone' : undefined,
    start: lead,
    secondsAt: lead + (match.indices?.[7]?.[0] ?? 0),
    end: lead + whole.length,
    fraction: fraction.length,
  };
}

function dayFirstStamp(text: string, lead: number, { zone: assumedZone }: Assumptions): Stamp | undefined {
  const match = DAY_FIRST.exec(text);
  if (match === null) return undefined;
  const [whole, day, name = '', year, hour, minute, second, fraction = '', zone] = match;
  const date = dateOf(Number(year), MONTHS.indexOf(name), Number(day));
  if (date === undefined) return undefined;
  const local = date + Number(hour) * 3600 + Number(minute) * 60;
  return {
    minute: local - zoneSeconds(zone, assumedZone, local),
    seconds: Number(second) + Number(`0.${fraction || 0}`),
    assumed: zone === undefined && assumedZone === undefined ? 'zone' : undefined,
    start: lead,
    secondsAt: lead + (match.indices?.[6]?.[0] ?? 0),
    end: lead + whole.length,
    fraction: fraction.length,
  };
}

function epochStamp(text: string, lead: number): Stamp | undefined {
  const match = EPOCH.exec(text);
  if (match === null) return undefined;
  const [whole, seconds, fraction = '', milliseconds = ''] = match;
  const time = Number(`${seconds}.${fraction || milliseconds || 0}`);
  const minute = Math.floor(time / 60) * 60;
  return {
    minute,
    seconds: time - minute,
    assumed: undefined,
    start: lead,
    secondsAt: -1,
    end: lead + whole.length,
    fraction: 0,
  };
}

function taiStamp(text: string, lead: number): Stamp | undefined {
  const match = TAI64N.exec(text);
  if (match === null) return undefined;
  const [whole, high = '', low = ''] = match;
  const second = Number.parseInt(high, 16) - TAI_AHEAD;
  if (second < 0 || second > LATEST) return undefined;
  const minute = Math.floor(second / 60) * 60;
  const seconds = second - minute + Number.parseInt(low, 16) / 1e9;
  return { minute, seconds, assumed: undefined, start: lead, secondsAt: -1, end: lead + whole.length, fraction: 0 };
}
/** The year 9999, in seconds. */
const LATEST = 253_402_300_799;
