import { bufferOf, windows1252 } from './charset.ts';
import { NAME_LENGTH } from './limits.ts';

/** A file that Outlook put into `winmail.dat`. */
export interface TnefAttachment {
  readonly name: string | undefined;
  readonly content: Uint8Array;
}

const SIGNATURE = 0x223e9f78;
/** Signature and key; then attributes of level, number, length, data, checksum ([MS-OXTNEF] §2.1.3). */
const FIRST = 6;
const HEADER_BYTES = 9;
const CHECKSUM_BYTES = 2;
const ATTACHMENT_BEGINS = 0x00069002;
const TITLE = 0x00018010;
const DATA = 0x0006800f;

export const beginsTnef = (bytes: Uint8Array): boolean =>
  bytes.length > FIRST && bufferOf(bytes).readUInt32LE(0) === SIGNATURE;

/** The files in Outlook's own wrapping (TNEF), as far as it goes. Never throws, and hands out no byte twice. */
export function tnefAttachments(bytes: Uint8Array): TnefAttachment[] {
  const data = bufferOf(bytes);
  const found: { name: string | undefined; content: Uint8Array | undefined }[] = [];
  for (let at = FIRST; at + HEADER_BYTES <= data.length;) {
    const number = data.readUInt32LE(at + 1);
    const length = data.readUInt32LE(at + 5);
    const content = data.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length);
    at += HEADER_BYTES + length + CHECKSUM_BYTES;
    const last = found.at(-1);
    if (number === ATTACHMENT_BEGINS) found.push({ name: undefined, content: undefined });
    else if (number === TITLE && last !== undefined)
      last.name = windows1252(content).split('\0', 1)[0]?.slice(0, NAME_LENGTH);
    else if (number === DATA && last !== undefined) last.content = content;
  }
  return found.flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content }]));
}
