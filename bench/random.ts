/** Numbers that look random and are the same in every run. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** Like `pick`, the first items far more often than the last (Zipf, exponent about 1): a few senders have most of the mail. */
  pickUneven<T>(items: readonly T[]): T;
}

/** mulberry32, a 32-bit generator in the public domain: good enough to spread test data. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[Math.min(items.length - 1, index)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickUneven: (items) => at(items, Math.floor(items.length ** next()) - 1),
  };
}
