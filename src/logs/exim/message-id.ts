/** `17SXDU-000189-00`, and since 4.97 `1rmG7E-00000000BCd-0a1b` (exim spec §3.4, "Message identification"). */
const PARTS = [
  [6, 13, 16],
  [6, 18, 23],
] as const;
const HYPHEN = 0x2d;
const BLANK = 0x20;

/** Digits and letters of either case: base 62; on Darwin and Cygwin, base 36. */
const IS_DIGIT = new Uint8Array(128);
for (const char of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') IS_DIGIT[char.charCodeAt(0)] = 1;

/** Where the message id that begins at `at` ends; -1 where there is none, followed by a blank or by nothing. */
export function messageIdEnd(line: string, at: number): number {
  if (line.charCodeAt(at + 6) !== HYPHEN) return -1;
  for (const [first, second, length] of PARTS) {
    const next = line.charCodeAt(at + length);
    if (line.charCodeAt(at + second) !== HYPHEN || (next !== BLANK && at + length !== line.length)) continue;
    let digit = 0;
    while (digit < length && (digit === first || digit === second || IS_DIGIT[line.charCodeAt(at + digit)] === 1))
      digit += 1;
    if (digit === length) return at + length;
  }
  return -1;
}
