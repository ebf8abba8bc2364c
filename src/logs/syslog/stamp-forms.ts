import { MONTHS } from '../../core/months.ts';
import { zoneOfServer } from '../../core/zone-names.ts';
import type { Assumptions } from '../format.ts';
import { dateOf, lastDateBefore } from './calendar.ts';
import { stampAbroad } from './stamp-abroad.ts';
import { stampInFigures } from './stamp-in-figures.ts';
import { latestDay, type Stamp, stampOn } from './stamp-on.ts';

/**
 * `2026-11-09T01:13:17.774928+01:00`; a blank for the T, or svlogd's underscore, a comma for the point, no colon in the zone, or no zone;
 * journalctl's short-full puts the day of the week before it, and the name of the zone behind.
 */
const ISO =
  // oxlint-disable-next-line no-control-regex -- the colour of a terminal may end behind it
  /^(?:[A-Z][a-z]{2} (?=.{19,29} [A-Z]{3,5} ))?(\d{4})[-/](\d\d)[-/](\d\d)[T _](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?(?=[ \]:|\u001B]|$)/;
const ZONE_NAME = /^ ([A-Z]{3,5})(?= )/;
/** `Nov  9 10:52:13`; a day of the week before it, a year anywhere, a fraction, a zone. */
const CLASSIC =
  // oxlint-disable-next-line no-control-regex -- the colour of a terminal may end behind it
  /^(?:[A-Z][a-z]{2},? )?(?:(\d{4}) )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: (\d{4})(?= ))?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?= ))?(?=[ \]:\u001B]|$)/;
/** `09-Nov-2026 10:52:13`, `Mon, 9 Nov 2026 10:52:13 +0100`: what programs write that take the time from elsewhere than syslog. */
const DAY_FIRST =
  // oxlint-disable-next-line no-control-regex -- the colour of a terminal may end behind it
  /^(?:[A-Z][a-z]{2},? )?(\d{1,2})[- /]([A-Z][a-z]{2})[- /](\d{4})[ :](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?=[ \]]))?(?=[ \]:\u001B]|$)/;
/** `1731117133.123456`, or milliseconds. */
const EPOCH = /^(\d{10})(?:\.(\d{1,9})|(\d{3}))?(?= )/;
/** `@4000000069105e8d2e3b1f00`: TAI64N, as multilog writes it: 2^62 and the second, nanoseconds. */
const TAI64N = /^@4([\da-f]{15})([\da-f]{8})(?= )/;
/** Seconds by which TAI was ahead in 1970; leap seconds do not count here, since multilog's clock knows none. */
const TAI_AHEAD = 10;

/** The stamp a text begins with, which stands `lead` characters behind the line's beginning. */
export const stampIn = (text: string, lead: number, assumptions: Assumptions): Stamp | undefined =>
  isoStamp(text, lead, assumptions) ??
  classicStamp(text, lead, assumptions) ??
  dayFirstStamp(text, lead, assumptions) ??
  epochStamp(text, lead) ??
  taiStamp(text, lead) ??
  stampInFigures(text, lead, assumptions) ??
  stampAbroad(text, lead, assumptions);

function isoStamp(text: string, lead: number, assumptions: Assumptions): Stamp | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [whole, year, month, day, ...rest] = match;
  const date = dateOf(Number(year), Number(month) - 1, Number(day));
  if (date === undefined) return undefined;
  const offset = rest[4];
  const isNamed = offset === undefined && /^[A-Z]/.test(whole);
  const [named = '', name = ''] = (isNamed && ZONE_NAME.exec(text.slice(whole.length))) || [];
  const zone = offset ?? (zoneOfServer(name) === undefined ? undefined : name);
  return stampOn(date, { whole: whole + named, lead, clock: rest, zone }, assumptions);
}

function classicStamp(text: string, lead: number, assumptions: Assumptions): Stamp | undefined {
  const match = CLASSIC.exec(text);
  if (match === null) return undefined;
  const [whole, before, name = '', day, between, hour, minute, second, fraction, behind, zone] = match;
  const month = MONTHS.indexOf(name);
  const year = before ?? between ?? behind;
  const clock = [hour, minute, second, fraction];
  const date =
    year === undefined
      ? lastDateBefore(latestDay(clock, zone, assumptions), month, Number(day))
      : dateOf(Number(year), month, Number(day));
  if (date === undefined) return undefined;
  return stampOn(date, { whole, lead, clock, zone, isYearTold: year !== undefined }, assumptions);
}

function dayFirstStamp(text: string, lead: number, assumptions: Assumptions): Stamp | undefined {
  const match = DAY_FIRST.exec(text);
  if (match === null) return undefined;
  const [whole, day, name = '', year, ...clock] = match;
  const date = dateOf(Number(year), MONTHS.indexOf(name), Number(day));
  return date === undefined ? undefined : stampOn(date, { whole, lead, clock, zone: clock[4] }, assumptions);
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
