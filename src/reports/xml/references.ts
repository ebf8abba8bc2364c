import { SEMICOLON, isCharacter, isNameCharacter, isNameStart } from './characters.ts';
import { type Cursor, END, NotWellFormed, next } from './cursor.ts';

/** §4.6. */
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['gt', '>'],
  ['lt', '<'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads a reference (§4.1) from behind its `&` on; what it stands for, or undefined where its `;` is still to come. What else
 * than §4.6 has there is, is the receiver's to say.
 */
export function readReference(cursor: Cursor, declared?: ReadonlyMap<string, string>): string | undefined {
  const start = cursor.at;
  for (let code = next(cursor); code !== SEMICOLON; code = next(cursor)) {
    if (code === END) return undefined;
  }
  const name = cursor.text.slice(start, cursor.at - 1);
  if (name === '') throw new NotWellFormed('empty entity name', cursor);
  if (name.startsWith('#')) return characterOf(name, cursor);
  const known = PREDEFINED.get(name) ?? declared?.get(name);
  if (known !== undefined) return known;
  throw new NotWellFormed(isName(name) ? 'undefined entity' : 'disallowed character in entity name', cursor);
}

function characterOf(name: string, cursor: Cursor): string {
  const code =
    /^#x[\da-f]+$/i.test(name) && name[1] === 'x'
      ? Number.parseInt(name.slice(2), 16)
      : /^#\d+$/.test(name)
        ? Number(name.slice(1))
        : Number.NaN;
  if (!isCharacter(code)) throw new NotWellFormed('malformed character entity', cursor);
  return String.fromCodePoint(code);
}

const isName = (text: string): boolean =>
  Array.from(text, (char) => char.codePointAt(0) ?? 0).every((code, index) =>
    index === 0 ? isNameStart(code) : isNameCharacter(code),
  );
