import { type Bits, takeBits } from './bits.ts';
import { type Code, codeOf, symbolIn } from './code.ts';

/** What the symbols of a block stand for: bytes and lengths, and distances. */
export interface Codes {
  readonly literals: Code;
  readonly distances: Code;
}

const LITERALS = 288;
const DISTANCES = 32;
/** The order in which the lengths of the codes for lengths come (RFC 1951 §3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes every reader knows (§3.2.6). */
export function fixedCodes(): Codes | undefined {
  const lengths = new Uint8Array(LITERALS).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  return codesOf(lengths, new Uint8Array(DISTANCES).fill(5));
}

/** Codes that are written in front of their block (§3.2.7); undefined where they cannot be. */
export function readCodes(bits: Bits): Codes | undefined {
  const literals = takeBits(bits, 5) + 257;
  const distances = takeBits(bits, 5) + 1;
  const given = takeBits(bits, 4) + 4;
  const ofLengths = new Uint8Array(ORDER.length);
  for (const symbol of ORDER.slice(0, given)) ofLengths[symbol] = takeBits(bits, 3);
  const code = codeOf(ofLengths);
  if (code === undefined) return undefined;
  const lengths = new Uint8Array(literals + distances);
  for (let at = 0; at < lengths.length;) {
    const symbol = symbolIn(bits, code);
    if (symbol === -1) return undefined;
    if (symbol < 16) {
      lengths[at] = symbol;
      at += 1;
      continue;
    }
    if (symbol === 16 && at === 0) return undefined;
    const length = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
    const times =
      symbol === 16 ? 3 + takeBits(bits, 2) : symbol === 17 ? 3 + takeBits(bits, 3) : 11 + takeBits(bits, 7);
    if (at + times > lengths.length) return undefined;
    lengths.fill(length, at, at + times);
    at += times;
  }
  return codesOf(lengths.subarray(0, literals), lengths.subarray(literals));
}

function codesOf(ofLiterals: Uint8Array, ofDistances: Uint8Array): Codes | undefined {
  const literals = codeOf(ofLiterals);
  const distances = codeOf(ofDistances);
  return literals === undefined || distances === undefined ? undefined : { literals, distances };
}
