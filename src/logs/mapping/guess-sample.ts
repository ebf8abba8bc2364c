import { onceFor } from '../../core/once-for.ts';
import { addressesIn, listedIn } from './addresses.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import { isNever, isNothing } from './nothing.ts';
import { likelyFormats } from './unfit.ts';

/** What is looked at of a column. */
export interface SampledColumn {
  readonly name: string;
  /** The same without what all columns of the table begin with. */
  readonly called: string;
  /** Values that are not empty. */
  readonly values: readonly string[];
  /** How often each occurs. */
  readonly counts: ReadonlyMap<string, number>;
  /** Row by row, empty where there is none. */
  readonly cells: readonly string[];
  /** Share of rows that have one. */
  readonly filled: number;
}

/** Characters of a value. Stops one of megabytes from costing more than all others. */
const LOOKED_AT = 300;

export function sampledColumn(name: string, cells: readonly string[], called = name): SampledColumn {
  const short = cells.map((cell) => cell.slice(0, LOOKED_AT).trim());
  const all = short.map((cell) => (isNothing(cell) || isNever(cell) ? '' : cell));
  const values = all.filter((cell) => cell !== '');
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { name, called, values, cells: all, counts, filled: cells.length === 0 ? 0 : values.length / cells.length };
}

/** Share of the values that are such. */
export const share = ({ values }: SampledColumn, is: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter((value) => is(value)).length / values.length;

/** RFC 5321 §4.5.3.1, and a name before it. Stops a cell of a megabyte from being tried at each of its characters. */
const LONGEST_ADDRESS = 1000;
export const isAddress = (value: string): boolean =>
  value.length <= LONGEST_ADDRESS &&
  !LISTS.test(value) &&
  (/^(?:rfc822; ?)?[^\s@]*<?[^\s@<>]+@[^\s@<>]+>?$/i.test(value) || /<[^<>@\s]+@[^<>@\s]+>$/.test(value));
/** A list is of addresses, and none itself. */
const LISTS = /^[[{]/;
export const isAddresses = (value: string): boolean => addressesIn(value).every((one) => isAddress(one));
export const isSender = (value: string): boolean => isAddress(value) || listedIn(value).length === 1;
export const isCode = (value: string): boolean => /^[245]\d\d$/.test(value);
export const isEnhancedCode = (value: string): boolean => /^[245]\.\d{1,3}\.\d{1,3}(?:\D|$)/.test(value);
/** `550 5.1.1 No such user`, with `smtp;` before it or without the first of the codes. */
export const isReply = (value: string): boolean =>
  /^(?:smtp; ?)?[245](?:\d\d[ -]|\.\d{1,3}\.\d{1,3} ).*\p{L}{2}/u.test(value);
export const isIp = (value: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value) || (/^[\da-f:.]+$/i.test(value) && value.split(':').length > 2);
export const isHost = (value: string): boolean =>
  /^(?:dns; ?)?[a-z\d_-]+(?:\.[a-z\d_-]+)+\.?(?:\s?[([][\da-f.:]+[)\]](?::\d+)?)?$/i.test(value) && !isIp(value);
export const isNumber = (value: string): boolean => /^\d+(?:[.,]\d+)?$/.test(value);
export const isWhole = (value: string): boolean => /^\d{1,12}$/.test(value);
export const isUrl = (value: string): boolean => /^https?:\/\//i.test(value);
export { isFlag, isYes } from './yes-no.ts';
/** Not a lone word with digits in it, which is an id or a code, nor an object or a time. */
export const isText = (value: string): boolean =>
  value.length > 1 &&
  !isAddress(value) &&
  !/^(?=.*\d)\S+$/.test(value) &&
  !/^\{\s*["'}]/.test(value) &&
  !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(value);
export const isClock = (value: string): boolean =>
  /^\d{1,2}[:h]\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?[AP]\.?\s?M\.?)?$/i.test(value) ||
  /^\d{1,2}[時时]\d{1,2}分(?:\d{1,2}秒)?$/.test(value);
/** `10.08`, `100814`: a clock only where the name says so. */
export const isBareClock = (value: string): boolean =>
  /^(?:[01]?\d|2[0-3])\.[0-5]\d(?:\.[0-5]\d)?$/.test(value) || /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/.test(value);
/** Not `/send`: a path is of whatever it leads to. */
export const isEventWord = (value: string): boolean =>
  !/^\/|:\/\//.test(value) && (outcomeOf(value) !== undefined || isSentWord(value));

/** Times looked at to find their format. */
const TIMES = 500;

/** Formats that read every value of the column; none where it holds no times. */
export const formatsOf = ({ values }: Pick<SampledColumn, 'values'>): readonly string[] => formatsOfValues(values);

/** Asked for time and again, of the same column. */
const formatsOfValues = onceFor((values: readonly string[]) => {
  // `pending`, `never`: what has no digit is no time, and says nothing of the others.
  const dated = values.slice(0, TIMES).filter((value) => /\d/.test(value));
  const isDated = dated.length > 0 && dated.length >= Math.min(values.length, TIMES) * MOSTLY;
  // A few first: most columns hold no times, and of the formats that read some few are left.
  const few = isDated ? likelyFormats(dated.slice(0, 3)) : [];
  return few.length === 0 ? [] : likelyFormats(dated, few);
});
const MOSTLY = 0.8;

/**
 * Values without the words that all of them begin or end with: of `com.example.mail.delivered.v1` and `….bounced.v1` one
 * word is left of each.
 */
export function spoken({ counts }: Pick<SampledColumn, 'counts'>): ReadonlyMap<string, string> {
  const values = [...counts.keys()].slice(0, MOST_SPOKEN);
  const same = new Map(values.map((value) => [value, value]));
  if (values.length < FEWEST_SPOKEN || counts.size > MOST_SPOKEN) return same;
  const split = values.map((value) =>
    value
      .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter(Boolean),
  );
  const isShared = (word: string | undefined, at: (words: readonly string[]) => string | undefined): boolean =>
    word !== undefined && split.every((words) => words.length > 1 && at(words) === word);
  let cut = false;
  while (isShared(split[0]?.[0], (words) => words[0])) {
    for (const words of split) words.shift();
    cut = true;
  }
  while (isShared(split[0]?.at(-1), (words) => words.at(-1))) {
    for (const words of split) words.pop();
    cut = true;
  }
  return cut ? new Map(values.map((value, at) => [value, split[at]?.join(' ') ?? value])) : same;
}
const MOST_SPOKEN = 60;
const FEWEST_SPOKEN = 2;

/** Share of the values that are words for events; each is looked up once, however often it occurs. */
export function shareOfEventWords(column: SampledColumn): number {
  const words = spoken(column);
  let known = 0;
  for (const [value, count] of column.counts) if (isEventWord(words.get(value) ?? value)) known += count;
  return column.values.length === 0 ? 0 : known / column.values.length;
}
