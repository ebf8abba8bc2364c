import type { TransferDecoder } from './transfer-decoder.ts';

const JUNK = 64;
const PADDING = 65;
const BREAK = 66;
/** Each byte's six bits, or what else it is; the alphabet of URLs counts as well (RFC 4648 §5). */
const VALUES = new Uint8Array(256).fill(JUNK);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let at = 0; at < ALPHABET.length; at += 1) VALUES[ALPHABET.charCodeAt(at)] = at;
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;
VALUES['='.charCodeAt(0)] = PADDING;
VALUES[0x0a] = BREAK;
VALUES[0x0d] = BREAK;

/**
 * Base64 as it comes: characters outside the alphabet are passed over (RFC 2045 §6.8), padding may be missing, several
 * encoded pieces may stand one behind the other. What follows the padding and is no base64 ends it: a list's footer.
 */
export function base64Decoder(): TransferDecoder {
  let bits = 0;
  let held = 0;
  let padded = false;
  let over = false;

  return (bytes, last) => {
    const out = Buffer.allocUnsafe(((bytes.length + 3) >> 2) * 3 + 3);
    let length = 0;
    const flush = (): void => {
      if (held >= 2) out[length++] = bits >> (held === 2 ? 4 : 10);
      if (held === 3) out[length++] = bits >> 2;
      bits = 0;
      held = 0;
    };
    for (let at = 0; at < bytes.length && !over; at += 1) {
      const value = VALUES[bytes[at] ?? 0] ?? JUNK;
      if (value < JUNK) {
        bits = (bits << 6) | value;
        held += 1;
        if (held < 4) continue;
        out[length] = bits >> 16;
        out[length + 1] = bits >> 8;
        out[length + 2] = bits;
        length += 3;
        bits = 0;
        held = 0;
      } else if (value === PADDING) {
        flush();
        padded = true;
      } else if (value === JUNK && padded) over = true;
    }
    if (last) flush();
    return out.subarray(0, length);
  };
}
