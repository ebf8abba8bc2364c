import type { TransferDecoder } from './transfer-decoder.ts';

/** How uuencoded data begin (POSIX.1 uuencode). */
export const UUENCODE_BEGIN = /^begin [0-7]{3,4} \S.{0,250}[\r\n]+[ -`]{1,100}[\r\n]/m;

const BEGIN = /^begin [0-7]{3,4} /;
/** Characters of a line; sixty bytes are 81. Stops a line that never ends. */
const LINE_LENGTH = 200;

/** Uuencoded data (POSIX.1 uuencode) as it comes: text before `begin` and behind `end` is passed over. */
export function uudecoder(): TransferDecoder {
  let carry = '';
  let state: 'before' | 'within' | 'behind' = 'before';
  return (bytes, last) => {
    if (state === 'behind') return Buffer.alloc(0);
    const lines = (carry + Buffer.from(bytes).toString('latin1')).split(/\r{0,8}\n|\r/);
    carry = last ? '' : (lines.pop() ?? '').slice(0, LINE_LENGTH);
    const pieces: Uint8Array[] = [];
    for (const line of lines) {
      if (state === 'before') {
        if (BEGIN.test(line)) state = 'within';
      } else if (/^end\s*$/.test(line)) {
        state = 'behind';
        break;
      } else if (line !== '') pieces.push(decodedLine(line));
    }
    return Buffer.concat(pieces);
  };
}

/** Six bits a character from blank on; a backtick is a blank that mailers do not strip. The first is the line's length. */
function decodedLine(line: string): Uint8Array {
  const value = (at: number): number => (line.charCodeAt(at) - 0x20) & 0x3f || 0;
  const out = Buffer.alloc(value(0));
  let at = 1;
  for (let length = 0; length < out.length; length += 3, at += 4) {
    const bits = (value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3);
    out[length] = bits >> 16;
    if (length + 1 < out.length) out[length + 1] = bits >> 8;
    if (length + 2 < out.length) out[length + 2] = bits;
  }
  return out;
}
