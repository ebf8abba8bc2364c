/** Two 32-bit hashes of some texts. The object is used again and again: read it before the next call. */
export interface Hash {
  high: number;
  low: number;
}

/** What stands between two texts, so that `ab`, `c` and `a`, `bc` differ. */
const SEPARATOR = 0x1f;

/**
 * Hashes texts without making a string of them: the keys of millions of recipients are kept as numbers. Two of a million
 * recipients share all 64 bits once in some ten million runs.
 */
export function newHash(): { readonly value: Hash; of(first: string, second: string, third?: string): Hash } {
  const value: Hash = { high: 0, low: 0 };
  let [a, b] = [0, 0];
  const take = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x85ebca6b);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ SEPARATOR, 0x9e3779b1);
    b = Math.imul(b ^ SEPARATOR, 0x85ebca6b);
  };
  return {
    value,
    of(first, second, third) {
      [a, b] = [0x7ed55d16, 0x165667b1];
      take(first);
      take(second);
      if (third !== undefined) take(third);
      a = Math.imul(a ^ (a >>> 16), 0x2c1b3c6d);
      b = Math.imul(b ^ (b >>> 15), 0x297a2d39);
      value.high = (a ^ (b >>> 17)) >>> 0;
      // 0 and 0 is an empty place in a table.
      value.low = ((b ^ (a >>> 14)) | 1) >>> 0;
      return value;
    },
  };
}
