import { bufferOf } from '../mail/charset.ts';
import type { TransferEncoding } from '../mail/part.ts';
import { transferDecoder } from '../mail/transfer.ts';
import { UUENCODE_BEGIN } from '../mail/uuencode.ts';
import { withoutBrokenLines } from './broken-lines.ts';
import { beginsZstd } from './zstd.ts';

/** Encoded bytes that tell how they are encoded. */
export const ENCODING_BYTES = 4096;

/** How content is encoded in truth; `repair` where its header says something else. */
export function encodingOf(
  declared: TransferEncoding,
  head: Uint8Array,
): { readonly encoding: TransferEncoding; readonly repair?: string } {
  if (declared !== 'identity' && isRaw(head, declared)) {
    return { encoding: 'identity', repair: `declared ${declared}, but not encoded` };
  }
  if (declared === 'base64') return { encoding: 'base64' };
  const text = latin1(head.subarray(0, ENCODING_BYTES));
  if (isBase64(text)) return { encoding: 'base64', repair: 'base64, but not declared so' };
  if (declared !== 'identity') return { encoding: declared };
  if (/^\s*<\?xml version=3D/i.test(text)) {
    return { encoding: 'quoted-printable', repair: 'quoted-printable, but not declared so' };
  }
  return UUENCODE_BEGIN.test(text)
    ? { encoding: 'uuencode', repair: 'uuencoded, but not declared so' }
    : { encoding: 'identity' };
}

/** Content at hand without its transfer encoding, and what was wrong with that. */
export function decodedAtHand(
  declared: TransferEncoding,
  content: Uint8Array,
): { readonly bytes: Uint8Array; readonly faults: readonly string[] } {
  const { encoding, repair } = encodingOf(declared, content);
  const faults = repair === undefined ? [] : [repair];
  const decode = (bytes: Uint8Array): Uint8Array => transferDecoder(encoding)(bytes, true);
  const bytes = decode(content);
  const joined = encoding === 'identity' && isRaw(bytes, encoding) ? withoutBrokenLines(bytes) : undefined;
  if (joined !== undefined)
    return { bytes: joined, faults: [...faults, 'lines that a mail server broke at its limit are joined again'] };
  if (encoding === 'base64' && isBase64(latin1(bytes.subarray(0, ENCODING_BYTES))))
    return { bytes: decode(bytes), faults: [...faults, 'base64 twice over'] };
  if (encoding !== 'quoted-printable' || !isPacked(bytes) || !HARD_BREAK.test(latin1(content)))
    return { bytes, faults };
  // Packed data has no lines: encoders that left a line feed as one had it made a CRLF on the way (RFC 2045 §6.7 (4)).
  const unbroken = Buffer.from(latin1(content).replaceAll('\r\n', '\n'), 'latin1');
  return {
    bytes: decode(unbroken),
    faults: [...faults, 'packed data with line breaks in quoted-printable: taken for line feeds'],
  };
}

const HARD_BREAK = /[^=\r\n\t ][\t ]{0,80}\r\n/;
const latin1 = (bytes: Uint8Array): string => bufferOf(bytes).toString('latin1');

/** Packed or marked up already: in base64, neither `<` nor `{` can be; in quoted-printable, no packed data. */
function isRaw(head: Uint8Array, declared: TransferEncoding): boolean {
  if (isPacked(head)) return true;
  return declared !== 'quoted-printable' && /^(?:\xEF\xBB\xBF)?\s*[<{]/.test(latin1(head.subarray(0, 64)));
}

export const isPacked = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b) ||
  (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) ||
  beginsZstd(bytes);

/** Nothing but base64, and what it encodes is what reports come as. */
export function isBase64(text: string): boolean {
  const encoded = text.slice(0, 512).replaceAll(/\s+/g, '');
  if (!/^[\w+/-]{12,}={0,2}$/.test(encoded)) return false;
  const start = Buffer.from(encoded.slice(0, 64), 'base64');
  return isPacked(start) || /^(?:\xEF\xBB\xBF)?\s*(?:<[?!a-z]|\{\s*")/i.test(start.toString('latin1'));
}
