/** One reader under mutated input. Its file in `fuzz/` is its name. */
export interface FuzzTarget {
  /** Sound inputs to begin with, small ones: what is changed in them is then a large part of them. */
  readonly seeds: () => readonly (Uint8Array | string)[];
  /** What means something to this reader, to be put anywhere. */
  readonly tokens: readonly string[];
  /** Milliseconds a KiB may take, where a library of others is known to need more than what is usual here. */
  readonly msPerKib?: number;
  /** Reads the bytes to their end; what comes of it, for comparison. What the reader may refuse is a result, too. */
  run(bytes: Buffer): unknown;
  /** The same where they come in pieces of this length, for readers that are handed pieces: the result must not differ. */
  inPieces?(bytes: Buffer, length: number): unknown;
}

export const fuzzTarget = (target: FuzzTarget): FuzzTarget => target;

/** What DNS hands over: octets, one a character. */
export const octets = (bytes: Buffer): string => bytes.toString('latin1');
export const utf8 = (bytes: Buffer): string => bytes.toString('utf8');

/** What a text comes to when it is cut at every so many characters. */
export function cut<T extends string | Buffer>(whole: T, length: number): T[] {
  const pieces: T[] = [];
  for (let at = 0; at < whole.length; at += length) pieces.push(whole.slice(at, at + length) as T);
  return pieces;
}
