import { textIn } from './charset.ts';

/** `=?charset*language?encoding?text?=` (RFC 2047 §2, RFC 2231 §5). */
const WORD = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?\r\n]*)\?=/gi;

/**
 * A header's text with its encoded words decoded. Words side by side are one text: mailers cut characters in two
 * (against RFC 2047 §5), so bytes of one charset are joined before they are decoded.
 */
export function decodedWords(text: string): string {
  if (!text.includes('=?')) return text;
  let result = '';
  let end = 0;
  let pending: { readonly charset: string; readonly bytes: Uint8Array[] } | undefined;
  const flush = (): void => {
    if (pending !== undefined) result += textIn(Buffer.concat(pending.bytes), pending.charset);
    pending = undefined;
  };
  for (const match of text.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const between = text.slice(end, match.index);
    if (pending === undefined || between.trim() !== '') {
      flush();
      result += between;
    } else if (pending.charset !== charset.toLowerCase()) flush();
    pending ??= { charset: charset.toLowerCase(), bytes: [] };
    pending.bytes.push(encoding.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : wordBytes(content));
    end = match.index + whole.length;
  }
  flush();
  return result + text.slice(end);
}

/** The "Q" encoding (RFC 2047 §4.2): `_` is a blank. */
const wordBytes = (text: string): Uint8Array =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
