import { utf16Marked } from '../utf8.ts';

/** What begins with a bracket, in UTF-8 or UTF-16, with or without a byte order mark or a record separator (RFC 7464). */
export function beginsJson(bytes: Uint8Array): boolean {
  const encoding = utf16OfJson(bytes);
  const start = encoding === undefined ? bytes.subarray(0, LOOKED_AT) : Buffer.from(decoded(encoding, bytes));
  return JSON_START.test(Buffer.from(start).toString());
}
// oxlint-disable-next-line no-control-regex -- it is the separator that is meant
const JSON_START = /^[\s\u001E]*[[{]/;
const LOOKED_AT = 1024;
const decoded = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes.subarray(0, LOOKED_AT));

/** By the mark, or by where the zeros of a first bracket or blank are (RFC 4627 §3); undefined: UTF-8. */
export function utf16OfJson(start: Uint8Array): ReturnType<typeof utf16Marked> {
  const [first = 1, second = 1] = start;
  if (first !== 0 && first < 0x80 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 && second < 0x80 ? 'utf-16be' : utf16Marked(start);
}
