import type { Assumptions } from '../format.ts';
import { monthOf } from '../mapping/foreign-months.ts';
import { lastDateBefore } from './calendar.ts';
import { latestDay, type Stamp, stampOn } from './stamp-on.ts';

/** `Okt 15 23:48:15`, `févr. 03 23:48:15`, `10月 15 23:48:15`: journalctl writes the month in the language of who asks it. */
const ABROAD =
  /^([^\s\d|:<>"'=[\](){}./_-]{3,10}\.?|\d{1,2}(?:月|\u00E6\u009C\u0088)) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)(?=[ \]:]|$)/;
/** `sept.`: what is longer is a word. */
const LONGEST = 5;
const NOT_UTF8 = '\uFFFD';
/** Characters that stand for one byte each, or are what they are. */
const BYTES = /[\u0080-\u00FF]/;

export function stampAbroad(text: string, lead: number, assumptions: Assumptions): Stamp | undefined {
  const match = ABROAD.exec(text);
  if (match === null) return undefined;
  const [whole, name = '', day, ...clock] = match;
  const month = monthNamed(name);
  if (month === 0) return undefined;
  const date = lastDateBefore(latestDay(clock, undefined, assumptions), month - 1, Number(day));
  if (date === undefined) return undefined;
  return stampOn(date, { whole, lead, clock, zone: undefined, isYearTold: false }, assumptions);
}

/** 1 to 12; 0 for what is no month. */
function monthNamed(name: string): number {
  const number = Number.parseInt(name, 10);
  if (number >= 1 && number <= 12) return number;
  const decoded = BYTES.test(name) ? Buffer.from(name, 'latin1').toString('utf8') : name;
  const told = decoded.includes(NOT_UTF8) ? name : decoded;
  return told.length > LONGEST ? 0 : monthOf(told);
}
