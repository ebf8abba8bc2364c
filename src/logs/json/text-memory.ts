import { ownCopy } from '../../core/own-copy.ts';
import type { Block } from '../block.ts';
import { type Literal, literalOf, standsAt } from '../literal.ts';

/** Texts that stood in one place of a pattern, to be found again by their octets: no new string is made for them. */
export interface TextMemory {
  readonly places: (Remembered | undefined)[];
  /** The one that came last. */
  last: Remembered | undefined;
  /** How often it may still be asked in vain: places of ids are given up. */
  patience: number;
}

export interface Remembered {
  /** With the quote behind it, so that nothing else begins like it. */
  readonly octets: Literal;
  readonly text: string;
}

/** Octets of a text that is remembered. What is longer does not come again. */
const LONGEST = 96;
const PLACES_BITS = 6;
/** More than a place has names, and less than there are ids. */
const PATIENCE = 200;

export const newTextMemory = (): TextMemory => ({ places: [], last: undefined, patience: PATIENCE });

/** Whether this text and no other begins here. */
export const isText = (known: Remembered, block: Block, from: number): boolean => standsAt(block, from, known.octets);

/** What is remembered of these octets, of which there are one at least. */
export function recall(memory: TextMemory, block: Block, from: number, to: number): Remembered | undefined {
  const { places } = memory;
  const place = placeOf(block, from, to);
  const first = places[place];
  const known = first !== undefined && isText(first, block, from) ? first : places[place ^ 1];
  if (known === undefined || !isText(known, block, from)) return undefined;
  memory.last = known;
  if (memory.patience < PATIENCE) memory.patience += 1;
  return known;
}

/** Forgets the text that was in its place: names come again at once, or not at all. */
export function remember(memory: TextMemory, block: Block, from: number, to: number, text: string): void {
  memory.patience -= 1;
  if (memory.patience === 0) {
    memory.places.length = 0;
    memory.last = undefined;
  } else if (to - from <= LONGEST) {
    const octets = literalOf(block.bytes.subarray(from, to + 1));
    const place = placeOf(block, from, to);
    // Two share two places, and the one that came last stands first.
    memory.places[place ^ 1] = memory.places[place];
    memory.places[place] = memory.last = { octets, text: ownCopy(text) };
  }
}

/** By the beginning, the middle and the end: queues and addresses differ in one of them at least. */
function placeOf({ view }: Block, from: number, to: number): number {
  const length = to - from;
  // Of a text shorter than four octets the first word has what is behind it, and the last what is before: always the same.
  const middle = length < 8 ? length : view.getInt32(from + (length >> 1), true);
  const word = view.getInt32(from, true) ^ Math.imul(view.getInt32(to - 4, true), 31) ^ Math.imul(middle, 17) ^ length;
  return Math.imul(word ^ (word >>> 15), 0x9e3779b1) >>> (32 - PLACES_BITS);
}
