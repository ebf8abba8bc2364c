import type { Block } from './block.ts';

/** A text to compare parts of a block with, as words of four bytes. */
export interface Literal {
  readonly length: number;
  /** All whole words, from its beginning on. */
  readonly words: Int32Array;
  /** Its last four bytes; all of it where it is shorter. */
  readonly tail: number;
}

const WORD = 4;

export const literal = (text: string): Literal => literalOf(Buffer.from(text));

export function literalOf(bytes: Uint8Array): Literal {
  const { length } = bytes;
  // What is behind the last is zero.
  const wordAt = (at: number): number =>
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  const words = new Int32Array(Math.floor(length / WORD));
  for (let n = 0; n < words.length; n += 1) words[n] = wordAt(n * WORD);
  return { length, words, tail: wordAt(Math.max(0, length - WORD)) };
}

/** Bits of the bytes of a word that belong to a literal of so many bytes. */
const MASKS = [0, 0xff, 0xffff, 0xffffff] as const;

/** Whether it stands there. The last words overlap where its length is no multiple of four. */
export function standsAt({ view }: Block, at: number, { length, words, tail }: Literal): boolean {
  if (length < WORD) return (view.getInt32(at, true) & (MASKS[length] ?? 0)) === tail;
  for (let n = 0; n < words.length; n += 1) if (view.getInt32(at + n * WORD, true) !== words[n]) return false;
  return length % WORD === 0 || view.getInt32(at + length - WORD, true) === tail;
}

/** Whether parts of two blocks are the same. */
export function isSame({ bytes, view }: Block, at: number, other: Block, otherAt: number, length: number): boolean {
  let n = 0;
  for (; n + WORD <= length; n += WORD)
    if (view.getInt32(at + n, true) !== other.view.getInt32(otherAt + n, true)) return false;
  for (; n < length; n += 1) if (bytes[at + n] !== other.bytes[otherAt + n]) return false;
  return true;
}

/** Where it stands first between `from` and `end`, all of it before `end`; -1 where it does not. */
export function literalAt(block: Block, wanted: Literal, from: number, end: number): number {
  const { bytes } = block;
  const first = (wanted.words[0] ?? wanted.tail) & 0xff;
  const last = end - wanted.length;
  for (let at = from; at <= last; at += 1) if (bytes[at] === first && standsAt(block, at, wanted)) return at;
  return -1;
}

const PRIME = 0x9e3779b1;
/** Of a part of a block, by its words: 32 bits, for tables that compare what they find. */
export function hashOf({ bytes, view }: Block, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + WORD <= end; at += WORD) hash = mixed(hash, view.getInt32(at, true));
  for (; at < end; at += 1) hash = mixed(hash, bytes[at] ?? 0);
  return hash;
}

const mixed = (hash: number, word: number): number => {
  const product = Math.imul(hash ^ word, PRIME);
  return product ^ (product >>> 15);
};
