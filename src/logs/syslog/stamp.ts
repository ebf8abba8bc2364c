import type { Assumptions } from '../format.ts';

/** What a stamp says, and how it is written, so that the next line's can be read by its digits alone. */
export interface Stamp {
  /** Seconds since 1970, UTC, of the minute it lies in. */
  readonly minute: number;
  /** Seconds within the minute, with their fraction. */
  readonly seconds: number;
  /** What had to be assumed. */
  readonly assumed: 'year' | 'zone' | 'year and zone' | undefined;
  /** Where in the line the two digits of the seconds stand, and the stamp ends. */
  readonly secondsAt: number;
  readonly end: number;
  /** Digits of the fraction; 0 for none. */
  readonly fraction: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400;
/** `2026-11-09T01:13:17.774928+01:00`; a blank for the T, a comma for the point, no colon in the zone, or no zone. */
const ISO =
  /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?(Z|UTC|[+-]\d\d:?\d\d))?(?=[ \]:|]|$)/d;
/** `Nov  9 10:52:13`; a day of the week before it, a year anywhere, a fraction, a zone. */
const CLASSIC =
  /^(?:[A-Z][a-z]{2},? )?(?:(\d{4}) )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: (\d{4})(?= ))?(?: ?(Z|UTC|[+-]\d\d:?\d\d)(?= ))?(?=[ :]|$)/d;
/** `1731117133.123456` */
const EPOCH = /^(\d{10})(?:\.(\d{1,9}))?(?= )/;
/** `<22>`, and the version of RFC 5424 §6.2.2. */
const PRIORITY = /^<\d{1,3}>(?:1 )?/;
/** No stamp is longer. */
const STAMP_LENGTH = 64;

/**
 * The stamp at the beginning of a syslog line: RFC 3164's without a year, RFC 3339, and what people's templates make of
 * them. A stamp without a year is the last such moment before `latest`, with a day's grace for clocks that differ.
 */
export function stampOf(line: string, assumptions: Assumptions): Stamp | undefined {
  const lead = line.startsWith('<') ? (PRIORITY.exec(line)?.[0].length ?? 0) : 0;
  const text = line.slice(lead, lead + STAMP_LENGTH);
  return isoStamp(text, lead, assumptions) ?? classicStamp(text, lead, assumptions) ?? epochStamp(text, lead);
}

function isoStamp(text: string, lead: number, { zone: assumedZone }: Assumptions): Stamp | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [whole, year, month, day, hour, minute, second, fraction = '', zone] = match;
  const date = dateOf(Number(year), Number(month) - 1, Number(day));
  if (date === undefined) return undefined;
  return {
    minute: date + Number(hour) * 3600 + Number(minute) * 60 - zoneSeconds(zone, assumedZone),
    seconds: Number(second) + Number(`0.${fraction || 0}`),
    assumed: zone === undefined && assumedZone === undefined ? 'zone' : undefined,
    secondsAt: lead + (match.indices?.[6]?.[0] ?? 0),
    end: lead + whole.length,
    fraction: fraction.length,
  };
}

function classicStamp(text: string, lead: number, { latest, zone: assumedZone }: Assumptions): Stamp | undefined {
  const match = CLASSIC.exec(text);
  if (match === null) return undefined;
  const [whole, before, name = '', day, between, hour, minute, second, fraction = '', behind, zone] = match;
  const month = MONTHS.indexOf(name);
  const ofDay = Number(hour) * 3600 + Number(minute) * 60 - zoneSeconds(zone, assumedZone);
  const year = before ?? between ?? behind;
  const date =
    year === undefined
      ? lastDateBefore(latest + DAY - ofDay, month, Number(day))
      : dateOf(Number(year), month, Number(day));
  if (date === undefined) return undefined;
  const noZone = zone === undefined && assumedZone === undefined;
  return {
    minute: date + ofDay,
    seconds: Number(second) + Number(`0.${fraction || 0}`),
    assumed: year === undefined ? (noZone ? 'year and zone' : 'year') : noZone ? 'zone' : undefined,
    secondsAt: lead + (match.indices?.[7]?.[0] ?? 0),
    end: lead + whole.length,
    fraction: fraction.length,
  };
}

function epochStamp(text: string, lead: number): Stamp | undefined {
  const match = EPOCH.exec(text);
  if (match === null) return undefined;
  const time = Number(match[0]);
  const minute = Math.floor(time / 60) * 60;
  return {
    minute,
    seconds: time - minute,
    assumed: undefined,
    secondsAt: -1,
    end: lead + match[0].length,
    fraction: 0,
  };
}

function zoneSeconds(zone: string | undefined, assumedZone: number | undefined): number {
  if (zone === undefined) return (assumedZone ?? 0) * 60;
  if (zone === 'Z' || zone === 'UTC') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60;
}

/** Midnight of a date, seconds since 1970; undefined where there is no such day. */
function dateOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month, day));
  return month >= 0 && date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() / 1000 : undefined;
}

/** Years to go back at the most: from one 29 February to the one before it may be eight. */
const MOST_YEARS = 8;

function lastDateBefore(latest: number, month: number, day: number): number | undefined {
  const lastYear = new Date(latest * 1000).getUTCFullYear();
  for (let year = lastYear; year >= lastYear - MOST_YEARS; year -= 1) {
    const date = dateOf(year, month, day);
    if (date !== undefined && date <= latest) return date;
  }
  return undefined;
}
