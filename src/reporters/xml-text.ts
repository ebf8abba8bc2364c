import { visible } from '../core/readable.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text from outside as the text, or the attribute's value, of an XML 1.0 or HTML document: one line, whose control
 * characters are visible escapes, as no reference may stand for them either (XML 1.0 §2.2; the same for U+FFFE, U+FFFF).
 */
export const markupText = (text: string): string =>
  visible(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`)
    .replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
