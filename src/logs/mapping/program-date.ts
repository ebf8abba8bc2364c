import { MONTHS } from '../../core/months.ts';

/** `Thu Oct  1 08:00:11 2026` of C, with a zone before the year of date(1) and Java. */
const OF_C = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)(?: ([A-Z]{3,4}))? (\d{4})$/;
/** `Thu Oct 01 2026 08:00:11 GMT+0000 (Coordinated Universal Time)` of JavaScript. */
const OF_JAVASCRIPT =
  /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d)(?: GMT([+-]\d{4}))?(?: \([^)]*\))?$/;

/** A time as programs print it when nobody tells them how, in ISO 8601; undefined where it is none. */
export function isoOfProgramDate(text: string): string | undefined {
  const [, month, day, clock, zone = '', year] = OF_C.exec(text) ?? [];
  if (year !== undefined) return iso(year, month, day, clock, zone);
  const found = OF_JAVASCRIPT.exec(text);
  return found === null ? undefined : iso(found[3], found[1], found[2], found[4], found[5] ?? '');
}

const iso = (year = '', month = '', day = '', clock = '', zone = ''): string =>
  `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')} ${clock}${zone}`;
