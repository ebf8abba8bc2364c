/** Two hashes of some texts, 32 bits each, as signed numbers: V8 keeps those without an object of their own. */
export interface Hash {
  high: number;
  low: number;
}

/** Hashes texts and numbers without making a string of them: the keys of millions of recipients are kept as numbers. */
export interface Hasher {
  /** What is not there is not hashed, so each part is to be told from the others by its place. */
  begin(): void;
  text(text: string): void;
  /** A whole number of at most 32 bits. */
  number(number: number): void;
  /** The hash of all since `begin`; it may go on from there. */
  end(into: Hash): void;
  /** The same at once. The object is used again and again: read it before the next call. */
  of(first: string, second: string, third?: string): Hash;
}

/** What stands between two texts, so that `ab`, `c` and `a`, `bc` differ. */
const SEPARATOR = 0x1f;
/** Characters from which on it takes less time to write a text down, and to read it by fours. */
const LONG = 32;
const SCRATCH = 4096;

const ENCODER = new TextEncoder();
const octets = new Uint8Array(SCRATCH + 4);
const words = new Int32Array(octets.buffer);
const room = octets.subarray(0, SCRATCH);

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
  const short = (one: string): void => {
    // Locals, and two characters at a time: this is done for every event.
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
  const long = (one: string): void => {
    let rest = one;
    while (rest !== '') {
      const { read, written } = ENCODER.encodeInto(rest, room);
      octets.fill(0, written, written + 4);
      let [c, d] = [a, b];
      for (let index = 0; index << 2 < written; index += 1) {
        const word = words[index] ?? 0;
        c = Math.imul(c ^ word, 0x9e3779b1);
        c ^= c >>> 15;
        d = Math.imul(d ^ word, 0x85ebca6b);
        d ^= d >>> 13;
      }
      a = c;
      b = d;
      rest = read === rest.length ? '' : rest.slice(read);
    }
    mix((one.length << 8) | SEPARATOR);
  };
  const text = (one: string): void => (one.length < LONG ? short(one) : long(one));
  const begin = (): void => {
    a = 0x7ed55d16;
    b = 0x165667b1;
  };
  const end = (into: Hash): void => {
    const c = Math.imul(a ^ (a >>> 16), 0x2c1b3c6d);
    const d = Math.imul(b ^ (b >>> 15), 0x297a2d39);
    into.high = c ^ (d >>> 17);
    // 0 is an empty place in a table.
    into.low = (d ^ (c >>> 14)) | 1;
  };
  return {
    begin,
    text,
    number: mix,
    end,
    of(first, second, third) {
      begin();
      text(first);
      text(second);
      if (third !== undefined) text(third);
      end(value);
      return value;
    },
  };
}
