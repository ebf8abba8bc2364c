import { addressesIn } from './addresses.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import { isNever, isNothing } from './nothing.ts';
import { likelyFormats } from './unfit.ts';

/** What is looked at of a column. */
export interface SampledColumn {
  readonly name: string;
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

export function sampledColumn(name: string, cells: readonly string[]): SampledColumn {
  const short = cells.map((cell) => cell.slice(0, LOOKED_AT).trim());
  const all = short.map((cell) => (isNothing(cell) || isNever(cell) ? '' : cell));
  const values = all.filter((cell) => cell !== '');
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { name, values, cells: all, counts, filled: cells.length === 0 ? 0 : values.length / cells.length };
}

/** Share of the values that are such. */
export const share = ({ values }: SampledColumn, is: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter((value) => is(value)).length / values.length;

/** RFC 5321 §4.5.3.1, and a name before it. Stops a cell of a megabyte from being tried at each of its characters. */
const LONGEST_ADDRESS = 1000;
export const isAddress = (value: string): boolean =>
  value.length <= LONGEST_ADDRESS &&
  (/^(?:rfc822; ?)?[^\s@]*<?[^\s@<>]+@[^\s@<>]+>?$/i.test(value) || /<[^<>@\s]+@[^<>@\s]+>$/.test(value));
export const isAddresses = (value: string): boolean => addressesIn(value).every((one) => isAddress(one));
export const isCode = (value: string): boolean => /^[245]\d\d$/.test(value);
export const isEnhancedCode = (value: string): boolean => /^[245]\.\d{1,3}\.\d{1,3}(?:\D|$)/.test(value);
/** `550 5.1.1 No such user`, with `smtp;` before it or without the first of the codes. */
export const isReply = (value: string): boolean =>
  /^(?:smtp; ?)?[245](?:\d\d[ -]|\.\d{1,3}\.\d{1,3} )\S.*\p{L}{2}/u.test(value);
export const isIp = (value: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value) || (/^[\da-f:.]+$/i.test(value) && value.split(':').length > 2);
export const isHost = (value: string): boolean =>
  /^[a-z\d_-]+(?:\.[a-z\d_-]+)+\.?(?:\s?[([][\da-f.:]+[)\]](?::\d+)?)?$/i.test(value) && !isIp(value);
export const isNumber = (value: string): boolean => /^\d+(?:[.,]\d+)?$/.test(value);
export const isWhole = (value: string): boolean => /^\d{1,12}$/.test(value);
export const isUrl = (value: string): boolean => /^https?:\/\//i.test(value);
export const isFlag = (value: string): boolean => /^(?:true|false|yes|no|0|1|ja|nein|oui|non|sì|si|nee)$/i.test(value);
export const isYes = (value: string): boolean => /^(?:true|yes|1|ja|oui|s[iì])$/i.test(value);
/** Not a lone word with digits in it, which is an id or a code. */
export const isText = (value: string): boolean => value.length > 1 && !isAddress(value) && !/^(?=.*\d)\S+$/.test(value);
export const isClock = (value: string): boolean => /^\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[AP]M)?$/i.test(value);
export const isEventWord = (value: string): boolean => outcomeOf(value) !== undefined || isSentWord(value);

/** Times looked at to find their format. */
const TIMES = 500;

/** Formats that read every value of the column; none where it holds no times. */
export function formatsOf({ values }: Pick<SampledColumn, 'values'>): readonly string[] {
  // A few first: most columns hold no times.
  if (likelyFormats(values.slice(0, 3)).length === 0) return [];
  return likelyFormats(values.slice(0, TIMES));
}
