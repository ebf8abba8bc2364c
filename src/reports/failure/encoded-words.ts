/** `=?charset*language?B?…?=` (RFC 2047 §2, RFC 2231 §5). */
const WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([BQ])\?([^?\s]*)\?=/gi;
/** Blanks between two encoded words are no text (RFC 2047 §6.2). */
const BETWEEN = /(\?=)\s+(?==\?[\w.:-]{1,40}(?:\*[\w-]{0,20})?\?[BQ]\?)/gi;

/** A header field's text with its encoded words read; those that cannot be read stay as they are. */
export const decodedWords = (value: string): string =>
  value.includes('=?') ? value.replaceAll(BETWEEN, '$1').replaceAll(WORD, decodedWord) : value;

function decodedWord(whole: string, charset: string, encoding: string, content: string): string {
  const bytes =
    encoding.toUpperCase() === 'B' ? Buffer.from(content, 'base64') : quotedPrintable(content.replaceAll('_', ' '));
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return whole;
  }
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
