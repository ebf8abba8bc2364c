/** Two 32-bit hashes of some texts. The object is used again and again: read it before the next call. */
export interface Hash {
  high: number;
  low: number;
}

/** Hashes texts and numbers without making a string of them: the keys of millions of recipients are kept as numbers. */
export interface Hasher {
  readonly value: Hash;
  of(first: string, second: string, third?: string): Hash;
  /** The same in steps: what is not there is not hashed, so each part is to be told from the others by its place. */
  begin(): void;
  text(text: string): void;
  /** A whole number of at most 32 bits. */
  number(number: number): void;
  end(): Hash;
}

/** What stands between two texts, so that `ab`, `c` and `a`, `bc` differ. */
const SEPARATOR = 0x1f;

/** Two of a million recipients share all 64 bits once in some ten million runs. */
export function newHash(): Hasher {
  const value: Hash = { high: 0, low: 0 };
  let [a, b] = [0, 0];
  const mix = (word: number): void => {
    a = Math.imul(a ^ word, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0x85ebca6b);
    b ^= b >>> 13;
  };
  const text = (one: string): void => {
    // Locals, and two characters at a time: replies are long, and this is done for every event.
    let [c, d] = [a, b];
    const { length } = one;
    let at = 1;
    for (; at < length; at += 2) {
      const word = one.charCodeAt(at - 1) | (one.charCodeAt(at) << 16);
      c = Math.imul(c ^ word, 0x9e3779b1);
      c ^= c >>> 15;
      d = Math.imul(d ^ word, 0x85ebca6b);
      d ^= d >>> 13;
    }
    a = c;
    b = d;
    mix(at === length ? (SEPARATOR << 16) | one.charCodeAt(at - 1) : SEPARATOR);
  };
  const begin = (): void => {
    a = 0x7ed55d16;
    b = 0x165667b1;
  };
  const end = (): Hash => {
    a = Math.imul(a ^ (a >>> 16), 0x2c1b3c6d);
    b = Math.imul(b ^ (b >>> 15), 0x297a2d39);
    value.high = (a ^ (b >>> 17)) >>> 0;
    // 0 and 0 is an empty place in a table.
    value.low = ((b ^ (a >>> 14)) | 1) >>> 0;
    return value;
  };
  return {
    value,
    begin,
    text,
    number: mix,
    end,
    of(first, second, third) {
      begin();
      text(first);
      text(second);
      if (third !== undefined) text(third);
      return end();
    },
  };
}
