import { beginsMbox } from '../mail/mbox.ts';
import { beginsCompoundFile } from '../mail/compound-file.ts';
import { beginsSignedData } from '../mail/signed-data.ts';
import { beginsTnef } from '../mail/tnef.ts';
import { beginsMail } from './recognise-mail.ts';
import { beginsBzip2 } from './bzip2.ts';
import { isTarHeader } from './tar.ts';
import type { Packing } from './unpackers.ts';
import { beginsBase64 } from './unbase64.ts';
import { beginsXz } from './xz.ts';
import { beginsZlib } from './zlib.ts';
import { beginsZstd } from './zstd.ts';

/** What a file is, by its first bytes; names prove nothing. */
export type Content =
  | { readonly kind: Container | 'text' | 'empty' }
  /** Packed in a way that is not undone here. */
  | { readonly kind: 'packed'; readonly what: string; readonly command: string }
  | { readonly kind: 'other'; readonly looksLike: string };
export type Container = Packing | 'zip' | 'tar' | 'mbox' | 'mail' | 'compound' | 'tnef' | 'signed';

const MAGIC: readonly (readonly [looksLike: string, bytes: string])[] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xFF\xD8\xFF'],
  ['a GIF image', 'GIF8'],
  ['a PDF', '%PDF'],
  ['an SQLite database', 'SQLite format 3'],
  ['a program', '\x7FELF'],
];
/** What may hold reports, and has to be unpacked by somebody else first. */
const PACKED: readonly (readonly [what: string, bytes: string, command: string])[] = [
  ['a 7-Zip archive', '7z\xBC\xAF\x27\x1C', '7z x'],
  ['a RAR archive', 'Rar!', 'unar'],
  ['LZ4 data', '\x04\x22\x4D\x18', 'lz4 -d'],
  ['data of compress(1)', '\x1F\x9D', 'uncompress'],
  ['a Microsoft cabinet', 'MSCF\0\0\0\0', 'cabextract'],
];
/** How XML begins, with or without a UTF-8 byte order mark. */
const MARKUP = /^(?:\xEF\xBB\xBF)?[\t\n\r ]{0,64}<[?!A-Za-z]/;

/** Whether markup begins within so many bytes: most of it with `<?` at once. */
const beginsMarkup = (head: Uint8Array, bytes: number): boolean =>
  (head[0] === 0x3c && head[1] === 0x3f) || MARKUP.test(latin1(head.subarray(0, bytes)));

/** Recognises by magic numbers, and tells text from binary data. */
export function recogniseBytes(head: Uint8Array): Content {
  if (head.length === 0) return { kind: 'empty' };
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'gzip' };
  // A local file header, or the end record of an archive without members.
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return { kind: 'zip' };
  // Nothing but a tar archive, whose first member may be called anything, can begin as markup does.
  if (beginsMarkup(head, 80)) return { kind: isTarHeader(head) ? 'tar' : 'text' };
  const start = latin1(head.subarray(0, 16));
  if (beginsZstd(head)) return { kind: 'zstd' };
  if (beginsBzip2(head)) return { kind: 'bzip2' };
  if (beginsXz(head)) return { kind: 'xz' };
  if (beginsCompoundFile(head)) return { kind: 'compound' };
  if (beginsTnef(head)) return { kind: 'tnef' };
  if (beginsSignedData(head)) return { kind: 'signed' };
  const magic = MAGIC.find(([, bytes]) => start.startsWith(bytes));
  if (magic !== undefined) return { kind: 'other', looksLike: magic[0] };
  const packed = PACKED.find(([, bytes]) => start.startsWith(bytes));
  if (packed !== undefined) return { kind: 'packed', what: packed[0], command: packed[2] };
  // Before text is told from binary data: a mail may carry an attachment as it is.
  if (beginsMbox(head)) return { kind: 'mbox' };
  if (beginsMail(head)) return { kind: 'mail' };
  if (isTarHeader(head)) return { kind: 'tar' };
  if (beginsBase64(head)) return { kind: 'base64' };
  if (isText(head)) return { kind: 'text' };
  return beginsZlib(head) ? { kind: 'zlib' } : { kind: 'other', looksLike: 'binary data' };
}

/** UTF-16 has a NUL beside each Latin letter: it counts as text where a byte order mark, a `<` or a `{` says so. */
export function utf16Order(head: Uint8Array): 'little' | 'big' | undefined {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || ((first === 0x3c || first === 0x7b) && second === 0)) return 'little';
  if ((first === 0xfe && second === 0xff) || (first === 0 && (second === 0x3c || second === 0x7b))) return 'big';
  return undefined;
}

function isText(head: Uint8Array): boolean {
  if (utf16Order(head) !== undefined) return true;
  // Markup is what it is, whatever was appended to it.
  if (beginsMarkup(head, 256)) return true;
  // Some file systems pad with NULs.
  const last = head.findLastIndex((byte) => byte !== 0);
  const seen = head.subarray(0, Math.min(last + 1, 4096));
  let odd = 0;
  for (const byte of seen) {
    if (byte === 0) return false;
    // Tab, line feed, vertical tab, form feed, carriage return and escape do stand in text.
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) odd += 1;
  }
  return seen.length > 0 && odd <= seen.length / 50;
}

const FEEDBACK = /<(?:[A-Za-z_][\w.-]{0,63}:)?feedback[\s/>]/i;
const TLS_REPORT = /"(?:organization-name|policies|date-range)"/;

/** Whether a report, or a piece of one, stands in a text. */
export const holdsReport = (text: string): boolean =>
  FEEDBACK.test(text) || /<(?:report_metadata|policy_published)\b/.test(text);

/** What a text is by its head: markup, JSON as TLS reports are (RFC 8460 §4.4), or else something for people to read of. */
export function textForm(head: string): 'xml' | 'json' | { readonly looksLike: string } {
  const text = head.startsWith('<') ? head : head.trimStart();
  if (text === '') return { looksLike: 'nothing but blanks' };
  if (text.startsWith('<')) return 'xml';
  if (text.startsWith('{') || text.startsWith('[')) return TLS_REPORT.test(text) ? 'json' : { looksLike: 'JSON' };
  // Something that got in front of a report: the reader says so and goes on.
  return FEEDBACK.test(text) || text.includes('<?xml') ? 'xml' : { looksLike: 'plain text' };
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
