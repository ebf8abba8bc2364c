import { hourOfClock, type TimeReader, timeOf, ZONE } from './cell-time.ts';
import { monthOf } from './foreign-months.ts';

/** Words between day, month, year and time, in the languages people write dates out in. */
const OF = String.raw`(?:de|del|di|d')?\s*`;
const AT = String.raw`(?:\s*(?:,|-|–|@|à|às|as|a las|alle(?: ore)?|ore|um|om|kl\.?|at|o godz\.?|godz\.?|в|klo))?`;
const CLOCK = String.raw`(\d{1,2})[:.h](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?\s*(?:(?:Uhr|uur|h|hrs?|ч)\.?)?\s*(?:([AaPp])\.?\s?[Mm]\.?)?(?:\s*\(?(${ZONE})\)?)?`;
const WEEKDAY = String.raw`(?:\p{L}+\.?,?\s+)?`;
/** `14. Juli 2025 um 17:08 Uhr`, `12 de marzo de 2026 14:05`, `jeudi 12 mars 2026 à 14h05`. */
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:\.|er|º|°|st|nd|rd|th)?\s*${OF}(\p{L}{3,})\.?,?\s*${OF}(\d{4})(?:\s?(?:г|r|г\.|r\.))?${AT}\s*${CLOCK}$`,
  'u',
);
/** `March 12, 2026 at 2:05 PM`; Kibana’s `Mar 12, 2026 @ 14:05:00.123`. */
const MONTH_FIRST = new RegExp(
  String.raw`^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*,?\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${AT}\s*${CLOCK}$`,
  'u',
);
/** Longer ones are sentences. */
const LONGEST_WRITTEN = 60;
/** Dates that are written out. */
export const readWritten: TimeReader = (text) => {
  if (text.length > LONGEST_WRITTEN) return undefined;
  const byDay = DAY_FIRST.exec(text);
  const [, day, name = '', year, ...clock] = byDay ?? [];
  const [, name2 = '', day2, year2, ...clock2] = byDay === null ? (MONTH_FIRST.exec(text) ?? []) : [];
  const month = monthOf(byDay === null ? name2 : name);
  if (month === 0) return undefined;
  const [hour = '', minute, second = '0', fraction = '0', half, zone] = byDay === null ? clock2 : clock;
  const hours = hourOfClock(hour, half);
  return hours === undefined
    ? undefined
    : timeOf([year ?? year2, String(month), day ?? day2, hours, minute, second], Number(`0.${fraction}`), zone);
};
