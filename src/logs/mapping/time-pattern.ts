import { type CellTime, hourOfClock, type TimeReader, timeOf, ZONE } from './cell-time.ts';
import { monthOf } from './foreign-months.ts';

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
export function patternReader(format: string): TimeReader | undefined {
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
  const hours = hourOfClock(hour, half);
  return hours === undefined
    ? undefined
    : timeOf([year ?? `20${shortYear}`, named, day, hours, minute, second], Number(`0.${fraction}`), zone);
}
