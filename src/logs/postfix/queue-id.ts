import type { Block } from '../block.ts';

/** A queue id in a block. One object is used again and again. */
export interface QueueId {
  start: number;
  end: number;
  /** Of its characters: ids are looked for by it, so that no line needs a string of its own. */
  hash: number;
  /** By another rule. No two ids of the messages that are open together share both: that takes 2^32 messages. */
  check: number;
}

export const newQueueId = (): QueueId => ({ start: 0, end: 0, hash: 0, check: 0 });

/** Longest queue id seen; long ones are base 52, short ones hexadecimal (postconf(5), enable_long_queue_ids). */
const LONGEST = 24;
const SHORTEST = 5;

/** Digits, A to F, and the consonants of either case: `warning` and `fatal` are none. */
const OF_ID = 1;
/** Vowels stand only in what somebody has put for the id, in a log that is shown to others. */
const VOWEL = 2;
const NO_LETTER = 3;
const KINDS = new Uint8Array(256).fill(NO_LETTER);
for (const char of '0123456789ABCDEFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz') KINDS[char.charCodeAt(0)] = OF_ID;
for (const char of 'IOUaeiou') KINDS[char.charCodeAt(0)] = VOWEL;

const COLON = 0x3a;
const BLANK = 0x20;
/** No letter comes before it. */
const NINE = 0x39;
const SMALL_A = 0x61;

/** Reads the queue id that begins at `start`, and is followed by `: `; false where there is none. */
export const readQueueId = (block: Block, start: number, into: QueueId): boolean =>
  readId(block, start, OF_ID, into) ||
  (KINDS[block.bytes[into.end] ?? 0] === VOWEL && isMadeUp(block, start) && readId(block, start, VOWEL, into));

/** Of letters as far as a kind; the place is set where it is none, too. */
function readId({ bytes }: Block, start: number, kind: number, into: QueueId): boolean {
  let end = start;
  let hash = 0;
  let check = 0x811c9dc5 | 0;
  for (; end < start + LONGEST; end += 1) {
    const code = bytes[end] ?? 0;
    if ((KINDS[code] ?? NO_LETTER) > kind) break;
    hash = (Math.imul(hash, 31) + code) | 0;
    check = Math.imul(check ^ code, 0x01000193);
  }
  into.start = start;
  into.end = end;
  into.hash = hash;
  into.check = check;
  return end - start >= SHORTEST && bytes[end] === COLON && bytes[end + 1] === BLANK;
}

/** Whether it has a digit, up to a colon: `NOQUEUE` and `warning` have none, and words begin small. */
function isMadeUp({ bytes }: Block, start: number): boolean {
  if ((bytes[start] ?? 0) >= SMALL_A) return false;
  let hasDigit = false;
  for (let at = start; at < start + LONGEST; at += 1) {
    const code = bytes[at] ?? 0;
    if (KINDS[code] === NO_LETTER) return hasDigit && code === COLON;
    hasDigit ||= code <= NINE;
  }
  return false;
}
