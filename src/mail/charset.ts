import { isUtf8 } from 'node:buffer';
import { isUtf7Label, utf7 } from './utf7.ts';

/** 0x80–0x9F in windows-1252, where ISO 8859-1 has control characters nobody means; the five gaps stay as they are. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';
const LATIN_1 = /^(?:iso[-_]?8859[-_]?1|latin-?1|l1|windows-1252|cp-?1252|x-cp1252)$/i;
const UTF_8 = /^(?:utf-?8|us-ascii|ascii|unknown-8bit|x-unknown)$/i;

/** Whether a charset is the one everything undeclared turns out to be; ISO 8859-1 is read as it, as browsers do. */
export const isLatin1 = (label: string): boolean => LATIN_1.test(label);
/** Whether a charset is UTF-8, or says nothing. */
export const isUtf8Label = (label: string): boolean => UTF_8.test(label);

export function windows1252(bytes: Uint8Array): string {
  return bufferOf(bytes)
    .toString('latin1')
    .replaceAll(/[\x80-\x9F]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

/** Bytes in a declared charset as text; UTF-8, or else windows-1252, where none is declared, or one nobody knows. */
export function textIn(bytes: Uint8Array, label = 'utf-8'): string {
  if (isLatin1(label)) return windows1252(bytes);
  if (isUtf7Label(label)) return utf7(bufferOf(bytes).toString('latin1'));
  if (!isUtf8Label(label)) {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // A charset nobody knows.
    }
  }
  return isUtf8(bytes) ? bufferOf(bytes).toString('utf8') : windows1252(bytes);
}

/** The same bytes, with what Node's buffers can do. */
export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
