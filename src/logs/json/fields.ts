import { foldedName } from '../../protocols/domain.ts';
import type { JsonObject } from '../format.ts';
import { withoutType } from './extended.ts';
import { isObject } from './inside.ts';

const NOTHING: JsonObject = {};

/** A string that is not empty, or a number as text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** A number, also where it is written as text; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null) return untyped(value);
  if (typeof value !== 'string' || !/^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}

function untyped(value: object): number | undefined {
  const plain = withoutType(value);
  return plain === value ? undefined : numberOf(plain);
}

/** A whole number, and none below zero. */
export function countOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The object; an empty one for anything else, so that its fields are absent. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : NOTHING);

/** What is in a list; a value that stands alone is a list of one, nothing is an empty one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** One text or several, as one: `orders, receipts`. */
export function joinedText(value: unknown): string | undefined {
  if (!Array.isArray(value)) return textOf(value);
  let joined: string | undefined;
  for (const one of value) {
    const text = textOf(one);
    if (text !== undefined) joined = joined === undefined ? text : `${joined}, ${text}`;
  }
  return joined;
}

/** RFC 5321 §4.5.3.1: 64 octets, `@`, 255; and what a service puts around them. */
const ADDRESS_LENGTH = 400;

/** The address of `Ann <ann@example.com>`, `<ann@example.com>` or `ann@example.com`; undefined where there is none. */
export function addressOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.includes('@')) return undefined;
  let address = value;
  const open = value.lastIndexOf('<');
  if (open >= 0) {
    const close = value.indexOf('>', open);
    address = value.slice(open + 1, close < 0 ? value.length : close);
    if (!address.includes('@')) return undefined;
  }
  // Most have no blanks around them, and trim() takes its time to find that out.
  if (address.charCodeAt(0) <= BLANK || address.charCodeAt(address.length - 1) <= BLANK) address = address.trim();
  const at = address.lastIndexOf('@');
  return at > 0 && at < address.length - 1 && address.length <= ADDRESS_LENGTH ? address : undefined;
}
const BLANK = 0x20;

/** Remembers the last answer: events of one sender follow each other, and share a text. */
export function asBefore(work: (value: unknown) => string | undefined): (value: unknown) => string | undefined {
  let last: unknown;
  let answer = work(last);
  return (value) => {
    if (value === last) return answer;
    last = value;
    answer = work(value);
    return answer;
  };
}

/** Lower case, without final dot. */
export const domainOf = (address: string): string => foldedName(address.slice(address.lastIndexOf('@') + 1));

/** Without angle brackets (RFC 5322 §3.6.4). */
export function messageIdOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return value.startsWith('<') && value.endsWith('>') ? value.slice(1, -1) : value;
}

/** An IP address, without the port and brackets it may have; undefined where it is masked or none. */
export function ipOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (IPV4.test(value)) return value;
  const [, bracketed, v4, bare] = IP.exec(value) ?? [];
  return bracketed ?? v4 ?? bare;
}
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IP = /^(?:\[([\da-f:.]+)\](?::\d+)?|(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?|([\da-f]*:[\da-f:.]+))$/i;
