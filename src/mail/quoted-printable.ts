import { HELD_BYTES } from './limits.ts';
import type { TransferDecoder } from './transfer-decoder.ts';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;
const EQUALS = 0x3d;
const EMPTY = Buffer.alloc(0);

/**
 * Quoted-printable (RFC 2045 §6.7) as it comes: lower-case digits count, blanks at the end of a line do not, and a `=`
 * that is no escape stands for itself.
 */
export function quotedPrintableDecoder(): TransferDecoder {
  let carry: Buffer = EMPTY;
  return (bytes, last) => {
    const whole = carry.length === 0 ? bytes : Buffer.concat([carry, bytes]);
    const out = Buffer.allocUnsafe(whole.length);
    let length = 0;
    let at = 0;
    carry = EMPTY;
    while (at < whole.length) {
      const byte = whole[at] ?? 0;
      if (byte !== EQUALS && byte !== BLANK && byte !== TAB) {
        out[length++] = byte;
        at += 1;
        continue;
      }
      const blanksEnd = pastBlanks(whole, byte === EQUALS ? at + 1 : at);
      // Whether it ends the line, or what it stands for, the next chunk tells.
      const undecided = blanksEnd === whole.length || (byte === EQUALS && at + 2 >= whole.length);
      if (undecided && !last && whole.length - at <= HELD_BYTES) {
        carry = Buffer.from(whole.subarray(at));
        break;
      }
      const lineEnds = blanksEnd === whole.length || whole[blanksEnd] === LF || whole[blanksEnd] === CR;
      if (byte !== EQUALS) {
        if (!lineEnds) for (; at < blanksEnd; at += 1) out[length++] = whole[at] ?? 0;
        at = blanksEnd;
        continue;
      }
      const high = digit(whole[at + 1]);
      const low = digit(whole[at + 2]);
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low;
        at += 3;
      } else if (lineEnds) {
        at = pastBreak(whole, blanksEnd);
        // Its line feed may come with the next chunk, and then is a line end of its own: keep the break together.
        if (at === whole.length && !last && whole[at - 1] === CR) {
          carry = Buffer.from([EQUALS, CR]);
        }
      } else {
        out[length++] = byte;
        at += 1;
      }
    }
    return out.subarray(0, length);
  };
}

function pastBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === BLANK || bytes[at] === TAB) at += 1;
  return Math.min(at, bytes.length);
}

function pastBreak(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === CR) at += 1;
  if (bytes[at] === LF) at += 1;
  return Math.min(at, bytes.length);
}

/** A hexadecimal digit's value; -1 where it is none. */
function digit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
