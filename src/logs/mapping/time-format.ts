import { monthNumber } from '../../core/months.ts';
import { ZONES_OF_MAIL, zoneOfMail } from '../../core/zone-names.ts';
import { clockTime } from '../json/plain-instant.ts';
import { type Zone, zoneOf } from '../zone.ts';
import { monthOf } from './foreign-months.ts';
import { isoOfProgramDate } from './program-date.ts';

/** A time as a cell tells it. */
export interface CellTime {
  /** Seconds since 1970: UTC where there is a zone, else as if the local time were UTC. */
  readonly seconds: number;
  readonly isZoned: boolean;
}
export type TimeReader = (text: string) => CellTime | undefined;

const ZONE = String.raw`Z|UTC|GMT|[+-]\d\d(?::?\d\d)?|${ZONES_OF_MAIL.join('|')}`;
const ISO = new RegExp(
  String.raw`^(\d{4})([-/]?)(\d\d)\2(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?(?: ?(${ZONE})(?:\[[\w/+-]+\])?)?$`,
  'i',
);
/** RFC 5322 §3.3, the day of the week and the seconds left out or not. */
const MAIL_DATE = new RegExp(
  String.raw`^(?:[A-Za-z]{3}, ?)?(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4}),? (\d\d):(\d\d)(?::(\d\d))?(?: (${ZONE}))?(?: \([^)]*\))?$`,
);
const EPOCH = /^\d{9,11}(?:\.\d+)?$/;
/** Of today they have thirteen digits: fourteen are year, month, day, hour, minute and second. */
const EPOCH_MS = /^\d{12,13}(?:\.\d+)?$/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const EPOCH_US = /^\d{15,17}$/;
/** Loki, and programs in Go. */
const EPOCH_NS = /^\d{19}$/;

const readIso: TimeReader = (text) => {
  const plain = plainIso(text);
  if (plain !== undefined) return plain;
  const match = ISO.exec(text);
  if (match === null) return COMPACT.test(text) ? timeOf((COMPACT.exec(text) ?? []).slice(1), 0, undefined) : undefined;
  const [, year, , month, day, hour, minute, second = '0', fraction = '0', zone] = match;
  return timeOf([year, month, day, hour, minute, second], Number(`0.${fraction}`), zone);
};
/** As most write it, `2026-11-09 10:00:00` with `+0100` or nothing behind it: read by digits, not by the pattern. */
const WITHOUT_ZONE = 19;
const WITH_ZONE = 24;
function plainIso(text: string): CellTime | undefined {
  if (text.length !== WITHOUT_ZONE && text.length !== WITH_ZONE) return undefined;
  const seconds = clockTime(text);
  // Before 1970, `0000-00-00 00:00:00` too: the pattern judges.
  if (!(seconds >= 0)) return undefined;
  if (text.length === WITHOUT_ZONE) return { seconds, isZoned: false };
  const sign = text.charAt(WITHOUT_ZONE);
  const digits = text.slice(WITHOUT_ZONE + 1);
  if ((sign !== '+' && sign !== '-') || !FOUR_DIGITS.test(digits)) return undefined;
  const offset = Number(digits);
  const east = (Math.floor(offset / 100) * 60 + (offset % 100)) * 60;
  return { seconds: sign === '-' ? seconds + east : seconds - east, isZoned: true };
}
const FOUR_DIGITS = /^\d{4}$/;

const readMailDate: TimeReader = (text) => {
  const [, day, name = '', year, hour, minute, second = '0', zone] = MAIL_DATE.exec(text) ?? [];
  const month = monthNumber(name);
  return month === 0 ? undefined : timeOf([year, String(month), day, hour, minute, second], 0, zone);
};
const readEpoch =
  (pattern: RegExp, unit: number): TimeReader =>
  (text) =>
    pattern.test(text) ? { seconds: Number(text) / unit, isZoned: true } : undefined;

/** Days since 30 December 1899, as spreadsheets keep them and write them where the cell has no format; a comma too. */
const SERIAL = /^[345]\d{4}(?:[.,]\d+)?$/;
const SERIAL_1970 = 25_569;
const readSerial: TimeReader = (text) => {
  if (!SERIAL.test(text)) return undefined;
  const days = Number(text.replace(',', '.')) - SERIAL_1970;
  return { seconds: Math.round(days * 86_400 * 1000) / 1000, isZoned: false };
};
/** `/Date(1794218400000+0100)/`, as .NET writes it in JSON: the offset says where it was, and shifts nothing. */
const NET_DATE = /^\/?Date\((\d{12,13})(?:[+-]\d{4})?\)\/?$/;
const readNetDate: TimeReader = (text) => {
  const milliseconds = NET_DATE.exec(text)?.[1];
  return milliseconds === undefined ? undefined : { seconds: Number(milliseconds) / 1000, isZoned: true };
};

/** Words between day, month, year and time, in the languages people write dates out in. */
const OF = String.raw`(?:de|del|di|d')?\s*`;
const AT = String.raw`(?:\s*(?:,|-|–|à|às|as|a las|alle(?: ore)?|ore|um|om|kl\.?|at|o godz\.?|godz\.?|в|klo))?`;
const CLOCK = String.raw`(\d{1,2})[:.h](\d\d)(?:[:.](\d\d))?\s*(?:(?:Uhr|uur|h|hrs?|ч)\.?)?\s*(?:([AaPp])\.?\s?[Mm]\.?)?(?:\s*\(?(${ZONE})\)?)?`;
const WEEKDAY = String.raw`(?:\p{L}+\.?,?\s+)?`;
/** `14. Juli 2025 um 17:08 Uhr`, `12 de marzo de 2026 14:05`, `jeudi 12 mars 2026 à 14h05`. */
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:\.|er|º|°|st|nd|rd|th)?\s*${OF}(\p{L}{3,})\.?,?\s*${OF}(\d{4})(?:\s?(?:г|r|г\.|r\.))?${AT}\s*${CLOCK}$`,
  'u',
);
/** `March 12, 2026 at 2:05 PM`. */
const MONTH_FIRST = new RegExp(
  String.raw`^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*,?\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${AT}\s*${CLOCK}$`,
  'u',
);
/** Longer ones are sentences. */
const LONGEST_WRITTEN = 60;
const readWritten: TimeReader = (text) => {
  if (text.length > LONGEST_WRITTEN) return undefined;
  const byDay = DAY_FIRST.exec(text);
  const [, day, name = '', year, ...clock] = byDay ?? [];
  const [, name2 = '', day2, year2, ...clock2] = byDay === null ? (MONTH_FIRST.exec(text) ?? []) : [];
  const month = monthOf(byDay === null ? name2 : name);
  if (month === 0) return undefined;
  const [hour = '', minute, second = '0', half, zone] = byDay === null ? clock2 : clock;
  if (half !== undefined && Number(hour) > 12) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return timeOf([year ?? year2, String(month), day ?? day2, String(hours), minute, second], 0, zone);
};

const readProgramDate: TimeReader = (text) => {
  const iso = isoOfProgramDate(text);
  return iso === undefined ? undefined : readIso(iso);
};

/** Formats with a name; a year of five digits, or of 1973, is no time of a mail. */
export const NAMED_FORMATS: Readonly<Record<string, TimeReader>> = {
  iso: readIso,
  epoch: readEpoch(EPOCH, 1),
  'epoch-ms': readEpoch(EPOCH_MS, 1000),
  'epoch-us': readEpoch(EPOCH_US, 1e6),
  'epoch-ns': readEpoch(EPOCH_NS, 1e9),
  'mail-date': readMailDate,
  'net-date': readNetDate,
  'program-date': readProgramDate,
  'written-date': readWritten,
  'spreadsheet-serial': readSerial,
};

/** A number of five digits may be anything. */
const READERS: readonly TimeReader[] = Object.values(NAMED_FORMATS).filter((read) => read !== readSerial);

/** Whatever is unmistakable. `09/11/2026` is not: it needs a pattern. */
const anyTime: TimeReader = firstOf(READERS);

function firstOf(readers: readonly TimeReader[]): TimeReader {
  return (text) => {
    for (const read of readers) {
      const time = read(text);
      if (time !== undefined) return time;
    }
    return undefined;
  };
}

/** Reads times of a format; undefined where it is none. */
export function timeReader(format: string | undefined): TimeReader | undefined {
  if (format === undefined) return anyTime;
  return Object.hasOwn(NAMED_FORMATS, format) ? NAMED_FORMATS[format] : patternReader(format);
}

/** Times that are written in one of several formats; undefined: whatever is unmistakable. */
export const anyReader = (...formats: readonly (string | undefined)[]): TimeReader =>
  firstOf(formats.flatMap((format) => timeReader(format) ?? []));

/** What a token stands for, each of them once, and how it is written. */
const TOKENS: Readonly<Record<string, readonly [part: string, pattern: string]>> = {
  YYYY: ['year', String.raw`(?<year>\d{4})`],
  YY: ['year', String.raw`(?<shortYear>\d\d)`],
  MMM: ['month', String.raw`(?<name>\p{L}{3,})\.?`],
  MM: ['month', String.raw`(?<month>\d{1,2})`],
  M: ['month', String.raw`(?<month>\d{1,2})`],
  DD: ['day', String.raw`(?<day>\d{1,2})`],
  D: ['day', String.raw`(?<day>\d{1,2})`],
  hh: ['hour', String.raw`(?<hour>\d{1,2})`],
  h: ['hour', String.raw`(?<hour>\d{1,2})`],
  mm: ['minute', String.raw`(?<minute>\d{1,2})`],
  m: ['minute', String.raw`(?<minute>\d{1,2})`],
  ss: ['second', String.raw`(?<second>\d{1,2})(?:[.,](?<fraction>\d+))?`],
  s: ['second', String.raw`(?<second>\d{1,2})(?:[.,](?<fraction>\d+))?`],
  A: ['half', String.raw`(?<half>[AaPp]\.?\s?[Mm]\.?|[上下]午|午[前後]|오[전후])`],
  Z: ['zone', `(?<zone>${ZONE})`],
};
const TOKEN = /Y+|M+|D+|h+|H+|m+|s+|[A-Za-z]|[^A-Za-z]+/g;

/** `14h05` is French for `14:05`; `klo`, `um`, `alle` and their like stand between day and time. */
const literalOf = (text: string): string =>
  text
    .replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`)
    .replaceAll(':', '[:h]')
    .replaceAll(/\s+/g, String.raw`\s+(?:(?:klo|kl\.?|um|om|à|às|alle(?: ore)?|at|o)\s+)?`);
/** `14:05 Uhr`, `14:05 h`. */
const O_CLOCK = String.raw`(?:\s?(?:Uhr|uur|hrs?|h|ч\.?))?`;
/** `DD.MM.YYYY hh:mm:ss`; letters are tokens, T apart, and a zone may follow whether it is named or not. */
function patternReader(format: string): TimeReader | undefined {
  const used = new Set<string>();
  const parts: string[] = [];
  const tokens = [...format.matchAll(TOKEN)].map(([token]) => token);
  for (const [place, token] of tokens.entries()) {
    if (!/[A-Za-z]/.test(token) || token === 'T') {
      parts.push(literalOf(token));
      continue;
    }
    const name = token.startsWith('H') ? token.toLowerCase() : token;
    const [part, pattern] = (Object.hasOwn(TOKENS, name) ? TOKENS[name] : undefined) ?? [];
    if (part === undefined || pattern === undefined || used.has(part)) return undefined;
    used.add(part);
    // Without anything between them, numbers have all their digits.
    const isJoined = (at: number): boolean => /^(?!T$)[A-Za-z]/.test(tokens[at] ?? '');
    parts.push(
      isJoined(place - 1) || isJoined(place + 1) ? pattern.replace(String.raw`\d{1,2}`, String.raw`\d\d`) : pattern,
    );
  }
  if (!['year', 'month', 'day'].every((part) => used.has(part))) return undefined;
  const tail = used.has('zone') ? '' : `(?: ?(?<zone>${ZONE}))?`;
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^${parts.join('')}${O_CLOCK}${tail}$`, 'iu');
  } catch {
    return undefined;
  }
  return (text) => patternTime(pattern.exec(text)?.groups);
}

const AFTERNOON = /^(?:p|下午|午後|오후)/i;

function patternTime(found: Readonly<Record<string, string | undefined>> | undefined): CellTime | undefined {
  if (found === undefined) return undefined;
  const {
    year,
    shortYear,
    month,
    name,
    day,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '0',
    half,
    zone,
  } = found;
  const named = name === undefined ? month : String(monthOf(name));
  const twelve = half === undefined ? Number(hour) : (Number(hour) % 12) + (AFTERNOON.test(half) ? 12 : 0);
  if (half !== undefined && Number(hour) > 12) return undefined;
  return timeOf([year ?? `20${shortYear}`, named, day, String(twelve), minute, second], Number(`0.${fraction}`), zone);
}

/** Undefined where there is no such day or hour. A leap second is the last of its minute. */
function timeOf(
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
