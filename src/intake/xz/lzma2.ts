import type { ByteReader } from '../byte-reader.ts';
import { type Lzma, newLzma, resetLzma, unpackChunk } from './lzma.ts';
import { makeRoom, newWindow } from './window.ts';

/** What stands before a chunk, by its first byte (The .xz File Format 5.3.1; `lzma2_decoder.c` of XZ Utils). */
const END = 0x00;
const PLAIN_NEW_DICTIONARY = 0x01;
const PLAIN = 0x02;
const PACKED = 0x80;
/** How much a packed chunk begins anew: each of these all that is below it, too. */
const NEW_STATE = 0xa0;
const NEW_PROPERTIES = 0xc0;
const NEW_DICTIONARY = 0xe0;

export const CUT_OFF = 'cut off';

/** Unpacks LZMA2 data up to their end: pieces that are good until the next. What is wrong with them, if anything is. */
export async function* unpackLzma2(
  take: ByteReader['take'],
  dictionary: number,
): AsyncGenerator<Uint8Array, string | undefined> {
  const window = newWindow(dictionary);
  let lzma: Lzma | undefined;
  let isBegun = false;
  for (;;) {
    const [control = -1] = await take(1);
    if (control === END) return undefined;
    if (control === PLAIN_NEW_DICTIONARY || control >= NEW_DICTIONARY) {
      isBegun = true;
      lzma = undefined;
      window.begin = window.at;
    } else if (control === -1) return CUT_OFF;
    else if (!isBegun) return 'the first chunk goes on where none was';
    if (control < PACKED) {
      if (control > PLAIN) return `a chunk of an unknown kind (${control})`;
      const length = (await numberOf(take, 2)) + 1;
      const bytes = await take(length);
      makeRoom(window, bytes.length);
      window.bytes.set(bytes, window.at);
      window.at += bytes.length;
      if (bytes.length > 0) yield bytes;
      if (bytes.length < length) return CUT_OFF;
      continue;
    }
    const length = ((control & 0x1f) << 16) + (await numberOf(take, 2)) + 1;
    const packedLength = (await numberOf(take, 2)) + 1;
    if (control >= NEW_PROPERTIES) {
      const [properties = 0] = await take(1);
      lzma = newLzma(properties);
      if (lzma === undefined) return `a chunk with properties that are none (${properties})`;
    } else if (lzma === undefined) return 'a chunk without properties';
    else if (control >= NEW_STATE) resetLzma(lzma);
    const packed = await take(packedLength);
    makeRoom(window, length);
    const from = window.at;
    const fault = unpackChunk(lzma, packed, window, length);
    if (window.at > from) yield window.bytes.subarray(from, window.at);
    if (packed.length < packedLength) return CUT_OFF;
    if (fault !== undefined) return fault;
  }
}

/** The most significant byte first; what is missing at the end of the data is told by what follows. */
async function numberOf(take: ByteReader['take'], bytes: number): Promise<number> {
  const taken = await take(bytes);
  return taken.reduce((value, byte) => value * 256 + byte, 0);
}
