/** Longest queue id seen; long ones are base 52, short ones hexadecimal (postconf(5), enable_long_queue_ids). */
const LONGEST = 24;
const SHORTEST = 5;

/** Digits, A to F, and the consonants of either case: `warning` and `fatal` are none. */
const IS_ID = new Uint8Array(128);
for (const char of '0123456789ABCDEFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz') IS_ID[char.charCodeAt(0)] = 1;

const COLON = 0x3a;
const BLANK = 0x20;

/** Where the queue id that begins at `at` ends; -1 where there is none, followed by `: `. */
export function queueIdEnd(text: string, at: number): number {
  let end = at;
  for (; end < at + LONGEST; end += 1) if (IS_ID[text.charCodeAt(end)] !== 1) break;
  if (end - at < SHORTEST || text.charCodeAt(end) !== COLON || text.charCodeAt(end + 1) !== BLANK) return -1;
  return end;
}
