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
const OF_IDS = 1;
/** Vowels stand only in what somebody has put for the id, in a log that is shown to others. */
const VOWEL = 2;
const KINDS = new Uint8Array(256);
for (const char of '0123456789ABCDEFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz') KINDS[char.charCodeAt(0)] = OF_IDS;
for (const char of 'IOUaeiou') KINDS[char.charCodeAt(0)] = VOWEL;

const COLON = 0x3a;
const BLANK = 0x20;
/** No letter comes before it. */
const NINE = 0x39;

/** Reads the queue id that begins at `start`, and is followed by `: `; false where there is none. */
export function readQueueId(block: Block, start: number, into: QueueId): boolean {
  const { bytes } = block;
  let end = start;
  let hash = 0;
  let check = 0x811c9dc5 | 0;
  let kinds = 0;
  for (; end < start + LONGEST; end += 1) {
    const code = bytes[end] ?? 0;
    const kind = KINDS[code] ?? 0;
    if (kind === 0) break;
    kinds |= kind;
    hash = (Math.imul(hash, 31) + code) | 0;
    check = Math.imul(check ^ code, 0x01000193);
  }
  if (end - start < SHORTEST || bytes[end] !== COLON || bytes[end + 1] !== BLANK) return false;
  // `NOQUEUE`, `warning`: a word has no digit.
  if (kinds >= VOWEL && !hasDigit(block, start, end)) return false;
  into.start = start;
  into.end = end;
  into.hash = hash;
  into.check = check;
  return true;
}

function hasDigit({ bytes }: Block, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) <= NINE) return true;
  return false;
}
