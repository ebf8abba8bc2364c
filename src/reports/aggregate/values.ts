import { addressParts } from '../../protocols/address-parts.ts';
import { domainName } from '../../protocols/domain.ts';
import { interned } from './intern.ts';

/** `trim`, for text that hardly ever needs it. */
export function trimmed(text: string): string {
  const isTight = isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1));
  return isTight ? text : text.trim();
}
const isVisible = (code: number): boolean => code > 0x20 && code < 0x7f;

/** A word of the schema: lower case, since reporters write `Pass` and `NONE`. */
export const word = interned((raw) => raw.toLowerCase());

const COMMENTED = /^([A-Za-z]+)\s*\((.*)\)$/s;

/**
 * A result with a comment behind it, as in an Authentication-Results field (RFC 8601 §2.2): `pass (2048-bit key)`. Undefined
 * where there is none.
 */
export function commented(raw: string): { readonly result: string; readonly comment: string } | undefined {
  const [, result, comment] = raw.endsWith(')') ? (COMMENTED.exec(raw) ?? []) : [];
  return result === undefined || comment === undefined ? undefined : { result: word(result), comment };
}

/**
 * A domain as it is compared, U-labels as A-labels: reporters write either, and the same domain must not count twice. Of an
 * address, which some write in its place, its domain.
 */
export const domain = interned((raw) => {
  const name = raw.replace(/^</, '').replace(/>$/, '').trim();
  return domainName(addressParts(name)?.domain ?? name);
});

/** `Reports <dmarc@example.com>` is written where only the address belongs. */
export const bareAddress = (raw: string): string => /<([^<>\s]{1,320}@[^<>\s]{1,320})>$/.exec(raw)?.[1] ?? raw;

/** Who reports, where only whom to write to is told: the domain of that address; undefined where it is none. */
export function reporterByAddress(contact: string | undefined): string | undefined {
  const named = contact?.includes('@') === true ? domain(contact) : '';
  return named === '' ? undefined : named;
}

/** `<id@example.com>` and `id@example.com` are one report (RFC 9990 §3.1.2 allows both). */
export const reportIdentifier = (raw: string): string => (/^<[^<>]*>$/.test(raw) ? raw.slice(1, -1) : raw);

/** A number of messages; undefined where it cannot be one. */
export function messageCount(raw: string): number | undefined {
  return /^\+?\d{1,15}(?:\.0{0,6})?$/.test(raw) ? Number(raw) : undefined;
}

/** 31 December 9999: what is later was not meant as seconds. */
const LAST_SECOND = 253_402_300_799;
/** RFC 3339, and how Go prints a time: `2024-09-01 00:00:00 +0000 UTC`. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d)(?: [A-Z]{2,5})?)?)?$/i;

/** A point in time, and what had to be assumed about it. */
export interface Instant {
  readonly seconds: number;
  readonly repair?: string;
}

/** Seconds since 1970 as reports write them: whole, with a fraction, in milliseconds, or as a date. */
export function instant(raw: string): Instant | undefined {
  if (/^\d{1,12}(?:\.\d{0,12})?$/.test(raw)) {
    const seconds = Math.floor(Number(raw));
    return seconds > LAST_SECOND ? undefined : { seconds };
  }
  if (/^\d{13}$/.test(raw)) return { seconds: Math.floor(Number(raw) / 1000), repair: 'read as milliseconds' };
  const match = ISO.exec(raw);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  // Of the day alone: a leap second is the first of the next.
  const shown = new Date(Date.UTC(year, month - 1, day));
  if (shown.getUTCMonth() !== month - 1 || shown.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60)
    return undefined;
  const offset = (match[8] === '-' ? -1 : 1) * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * 60;
  const zone = match[7] !== undefined || match[8] !== undefined ? '' : ' in UTC';
  const seconds = local / 1000 - offset;
  return seconds < 0 || seconds > LAST_SECOND ? undefined : { seconds, repair: `read as a date${zone}` };
}
