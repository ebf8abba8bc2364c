import {
  LINE_FEED,
  RETURN,
  SPACE,
  TAB,
  isBlank,
  isHighSurrogate,
  isLowSurrogate,
  isNameCharacter,
} from './characters.ts';

/** What makes a document not well-formed, and where: the first such thing ends the reading of it. */
export class NotWellFormed extends Error {
  override readonly name = 'NotWellFormed';
  /** 1-based. */
  readonly line: number;
  /** Characters of the line up to and with the one that is wrong. */
  readonly column: number;

  constructor(what: string, { line, at, origin }: Readonly<Cursor>) {
    super(what);
    this.line = line;
    this.column = at - origin;
  }
}

/** A place in a text, that goes from character to character. */
export interface Cursor {
  text: string;
  at: number;
  /** 1-based. */
  line: number;
  /** Where the line would begin if each of its characters were one unit of the text: what `at` is ahead of it is the column. */
  origin: number;
  /** Where the name that was read last ends. */
  nameEnd: number;
}

/** Stands for the character behind the text that has come so far. */
export const END = -1;

/** The next character, with every end of a line as a line feed (§2.11). Throws for what is no character of XML (§2.2). */
export function next(cursor: Cursor): number {
  const { text, at } = cursor;
  if (at >= text.length) return END;
  const code = text.charCodeAt(at);
  cursor.at = at + 1;
  if (code < 0xd800) {
    if (code >= SPACE || code === TAB) return code;
    if (code === LINE_FEED || code === RETURN) return nextLine(cursor, code);
    throw new NotWellFormed('disallowed character', cursor);
  }
  if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(at + 1))) {
    cursor.at = at + 2;
    cursor.origin += 1;
    return text.codePointAt(at) ?? code;
  }
  if (code < 0xe000 || code > 0xfffd) throw new NotWellFormed('disallowed character', cursor);
  return code;
}

function nextLine(cursor: Cursor, code: number): number {
  if (code === RETURN && cursor.text.charCodeAt(cursor.at) === LINE_FEED) cursor.at += 1;
  cursor.line += 1;
  cursor.origin = cursor.at;
  return LINE_FEED;
}

/** The first character that is no blank. */
export function nextAfterBlanks(cursor: Cursor): number {
  for (;;) {
    const code = next(cursor);
    if (!isBlank(code)) return code;
  }
}

/** The first character that cannot stand in a name: the name ends before it. */
export function nextAfterName(cursor: Cursor): number {
  for (;;) {
    cursor.nameEnd = cursor.at;
    const code = next(cursor);
    if (!isNameCharacter(code)) return code;
  }
}

/** Where the character begins that was read last. */
export const startOf = (cursor: Readonly<Cursor>, code: number): number => cursor.at - (code > 0xffff ? 2 : 1);

/** Reads up to and with the next character of that kind. False where it is still to come. */
export function passedOne(cursor: Cursor, wanted: number): boolean {
  for (;;) {
    const code = next(cursor);
    if (code === wanted) return true;
    if (code === END) return false;
  }
}

/** Reads up to and with the next `end`. False where it is still to come; what stands before it is looked at all the same. */
export function passed(cursor: Cursor, end: string): boolean {
  const found = cursor.text.indexOf(end, cursor.at);
  const stop = found === -1 ? cursor.text.length : found + end.length;
  while (cursor.at < stop) next(cursor);
  return found !== -1;
}
