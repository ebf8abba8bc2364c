/** A queue id in a text. One object is used again and again. */
export interface QueueId {
  start: number;
  end: number;
  /** Of its characters: ids are looked for by it, so that no line needs a string of its own. */
  hash: number;
}

/** Longest queue id seen; long ones are base 52, short ones hexadecimal (postconf(5), enable_long_queue_ids). */
const LONGEST = 24;
const SHORTEST = 5;

/** Digits, A to F, and the consonants of either case: `warning` and `fatal` are none. */
const IS_ID = new Uint8Array(128);
for (const char of '0123456789ABCDEFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz') IS_ID[char.charCodeAt(0)] = 1;

const COLON = 0x3a;
const BLANK = 0x20;

/** Reads the queue id that begins at `start`, and is followed by `: `; false where there is none. */
export function readQueueId(text: string, start: number, into: QueueId): boolean {
  let end = start;
  let hash = 0;
  for (; end < start + LONGEST; end += 1) {
    const code = text.charCodeAt(end);
    if (IS_ID[code] !== 1) break;
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  if (end - start < SHORTEST || text.charCodeAt(end) !== COLON || text.charCodeAt(end + 1) !== BLANK) return false;
  into.start = start;
  into.end = end;
  into.hash = hash;
  return true;
}
