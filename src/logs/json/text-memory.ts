import { ownCopy } from '../../core/own-copy.ts';
import { hasWords, wordsOf } from './words.ts';

/** Texts that stood in one place of a pattern, to be found again by their octets: no new string is made for them. */
export interface TextMemory {
  readonly places: (Remembered | undefined)[];
  /** How often it may still be asked in vain: places of ids are given up. */
  patience: number;
}

export interface Remembered {
  readonly words: Int32Array;
  readonly length: number;
  readonly text: string;
}

/** Octets of a text that is remembered. What is longer does not come again. */
const LONGEST = 96;
const PLACES_BITS = 6;
/** More than a place has names, and less than there are ids. */
export const PATIENCE = 200;

export const newTextMemory = (): TextMemory => ({ places: [], patience: PATIENCE });

/** What is remembered of these octets, of which there are one at least. */
export function recall({ places }: TextMemory, view: DataView, from: number, to: number): Remembered | undefined {
  const length = to - from;
  const place = placeOf(view, from, to);
  const first = places[place];
  if (first !== undefined && first.length === length && hasWords(view, from, first.words, length)) return first;
  const second = places[place ^ 1];
  if (second !== undefined && second.length === length && hasWords(view, from, second.words, length)) return second;
  return undefined;
}

/** Forgets the text that was in its place: names come again at once, or not at all. */
export function remember(memory: TextMemory, view: DataView, from: number, to: number, text: string): void {
  memory.patience -= 1;
  if (memory.patience === 0) memory.places.length = 0;
  if (memory.patience === 0 || to - from > LONGEST) return;
  const place = placeOf(view, from, to);
  // Two share two places, and the one that came last stands first.
  memory.places[place ^ 1] = memory.places[place];
  memory.places[place] = { words: wordsOf(view, from, to - from), length: to - from, text: ownCopy(text) };
}

function placeOf(view: DataView, from: number, to: number): number {
  // Of a text shorter than four octets the first word has what is behind it, and the last what is before: always the same.
  const word = view.getInt32(from, true) ^ Math.imul(view.getInt32(to - 4, true), 31) ^ (to - from);
  return Math.imul(word ^ (word >>> 15), 0x9e3779b1) >>> (32 - PLACES_BITS);
}
