/** Characters by their code points, as XML 1.0 names them (§2.2, §2.3). */

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
export const BANG = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const AMPERSAND = 0x26;
export const SINGLE_QUOTE = 0x27;
export const DASH = 0x2d;
export const SLASH = 0x2f;
export const SEMICOLON = 0x3b;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;

export const isBlank = (code: number): boolean =>
  code === SPACE || code === LINE_FEED || code === TAB || code === RETURN;

export const isQuote = (code: number): boolean => code === DOUBLE_QUOTE || code === SINGLE_QUOTE;

export const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
export const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** §2.2 `Char` */
export const isCharacter = (code: number): boolean =>
  (code >= SPACE && code <= 0xd7ff) ||
  code === LINE_FEED ||
  code === TAB ||
  code === RETURN ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** §2.3 `NameStartChar` */
export const isNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  code === 0x5f ||
  code === 0x3a ||
  (code >= 0xc0 && code <= 0x2ff && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x370 && code <= 0x1fff && code !== 0x37e) ||
  code === 0x200c ||
  code === 0x200d ||
  (code >= 0x2070 && code <= 0x218f) ||
  (code >= 0x2c00 && code <= 0x2fef) ||
  (code >= 0x3001 && code <= 0xd7ff) ||
  (code >= 0xf900 && code <= 0xfdcf) ||
  (code >= 0xfdf0 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0xeffff);

/** §2.3 `NameChar` */
export const isNameCharacter = (code: number): boolean =>
  isNameStart(code) ||
  (code >= 0x30 && code <= 0x39) ||
  code === DASH ||
  code === 0x2e ||
  code === 0xb7 ||
  (code >= 0x300 && code <= 0x36f) ||
  code === 0x203f ||
  code === 0x2040;

/** Which of the first 128 characters these are: what nearly every character of a report is looked up in. */
export const asciiTable = (has: (code: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) => (has(code) ? 1 : 0));
