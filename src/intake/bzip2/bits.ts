/** Bits of bytes at hand, the highest first. Beyond the last they are zero, and `isPast` says so. */
export interface Bits {
  /** At most 24 at a time. */
  take(count: number): number;
  /** Octets that were begun. */
  used(): number;
  /** Bits taken of the last of them; none where all were. */
  odd(): number;
  isPast(): boolean;
}

export function bitsOf(bytes: Uint8Array): Bits {
  let at = 0;
  let held = 0;
  let left = 0;
  return {
    take(count) {
      while (left < count) {
        held = (held << 8) | (bytes[at] ?? 0);
        at += 1;
        left += 8;
      }
      left -= count;
      const value = (held >>> left) & ((1 << count) - 1);
      held &= (1 << left) - 1;
      return value;
    },
    used: () => at - Math.floor(left / 8),
    odd: () => (8 - (left % 8)) % 8,
    isPast: () => at - Math.floor(left / 8) > bytes.length,
  };
}
