/** What a file is, by its first bytes; names prove nothing. */
export type Content =
  | { readonly kind: 'gzip' | 'zip' | 'text' | 'empty' }
  | { readonly kind: 'other'; readonly looksLike: string };

const MAGIC: readonly (readonly [looksLike: string, bytes: string])[] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xFF\xD8\xFF'],
  ['a GIF image', 'GIF8'],
  ['a PDF', '%PDF'],
  ['bzip2 data', 'BZh'],
  ['xz data', '\xFD7zXZ'],
  ['a 7-Zip archive', '7z\xBC\xAF\x27\x1C'],
  ['a RAR archive', 'Rar!'],
  ['Zstandard data', '\x28\xB5\x2F\xFD'],
  ['an Outlook message or an old Office file', '\xD0\xCF\x11\xE0'],
  ['an SQLite database', 'SQLite format 3'],
  ['a program', '\x7FELF'],
];
/** How XML begins, with or without a UTF-8 byte order mark. */
const MARKUP = /^(?:\xEF\xBB\xBF)?[\t\n\r ]{0,64}<[?!A-Za-z]/;
const TAR_MAGIC_AT = 257; // POSIX.1 ustar header

/** Recognises by magic numbers, and tells text from binary data. */
export function recogniseBytes(head: Uint8Array): Content {
  if (head.length === 0) return { kind: 'empty' };
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'gzip' };
  // A local file header, or the end record of an archive without members.
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return { kind: 'zip' };
  const start = latin1(head.subarray(0, 16));
  const magic = MAGIC.find(([, bytes]) => start.startsWith(bytes));
  if (magic !== undefined) return { kind: 'other', looksLike: magic[0] };
  if (latin1(head.subarray(TAR_MAGIC_AT, TAR_MAGIC_AT + 5)) === 'ustar') {
    return { kind: 'other', looksLike: 'a tar archive' };
  }
  return isText(head) ? { kind: 'text' } : { kind: 'other', looksLike: 'binary data' };
}

/** UTF-16 has a NUL beside each Latin letter: it counts as text where a byte order mark, or a `<`, says so. */
export function utf16Order(head: Uint8Array): 'little' | 'big' | undefined {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'little';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'big';
  return undefined;
}

function isText(head: Uint8Array): boolean {
  if (utf16Order(head) !== undefined) return true;
  // Markup is what it is, whatever was appended to it.
  if (MARKUP.test(latin1(head.subarray(0, 256)))) return true;
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
const MAIL_FIELD =
  /^(?:Received|Return-Path|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|DKIM-Signature|Authentication-Results):/im;

/** What a text is, where it cannot be XML; undefined where it may be. */
export function otherText(head: string): string | undefined {
  const text = head.trimStart();
  if (text === '') return 'nothing but blanks';
  if (text.startsWith('<')) return undefined;
  if (/^(?:From |[A-Za-z][A-Za-z-]{0,40}:)/.test(text) && MAIL_FIELD.test(text.slice(0, 8192))) return 'a mail message';
  if (text.startsWith('{') || text.startsWith('[')) {
    return /"(?:organization-name|policies|date-range)"/.test(text) ? 'a TLS report (JSON)' : 'JSON';
  }
  // Something that got in front of a report: the reader says so and goes on.
  return FEEDBACK.test(text) || text.includes('<?xml') ? undefined : 'plain text';
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
