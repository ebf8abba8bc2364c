import { AMPERSAND, EQUALS, GREATER, LESS, SLASH, isBlank, isNameStart, isQuote } from './characters.ts';
import { type Cursor, END, NotWellFormed, next, nextAfterBlanks, nextAfterName, startOf } from './cursor.ts';
import { readReference } from './references.ts';

/** `/`: the tag of an empty element, start and end at once. */
export type TagEnd = '>' | '/>';

/** Reads a start tag from behind its name on, where `code` stands. Undefined where its end is still to come. */
export function readAttributes(
  cursor: Cursor,
  code: number,
  entities: ReadonlyMap<string, string> | undefined,
): TagEnd | undefined {
  const names: string[] = [];
  if (code !== GREATER && code !== SLASH && !isBlank(code))
    throw new NotWellFormed('disallowed character in tag name', cursor);
  for (let at = code; ;) {
    if (isBlank(at)) at = nextAfterBlanks(cursor);
    if (at === END) return undefined;
    if (at === GREATER || at === SLASH) return endOfTag(cursor, at, names);
    if (!isNameStart(at)) throw new NotWellFormed('disallowed character in attribute name', cursor);
    const start = startOf(cursor, at);
    const behind = nextAfterName(cursor);
    if (behind === END) return undefined;
    names.push(cursor.text.slice(start, cursor.nameEnd));
    at = readValue(cursor, behind, entities);
    if (isNameStart(at)) throw new NotWellFormed('no whitespace between attributes', cursor);
  }
}

function endOfTag(cursor: Cursor, code: number, names: readonly string[]): TagEnd | undefined {
  if (code === SLASH) {
    const last = next(cursor);
    if (last === END) return undefined;
    if (last !== GREATER) throw new NotWellFormed('forward-slash in opening tag not followed by >', cursor);
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new NotWellFormed(`duplicate attribute: ${name}`, cursor);
    seen.add(name);
  }
  return code === SLASH ? '/>' : '>';
}

/** Reads `="…"` behind an attribute's name, and returns the character that follows; `code` is the one behind the name. */
function readValue(cursor: Cursor, code: number, entities: ReadonlyMap<string, string> | undefined): number {
  const equals = isBlank(code) ? nextAfterBlanks(cursor) : code;
  if (equals === END) return END;
  if (equals !== EQUALS) {
    const isLost = isBlank(code) || equals === GREATER;
    throw new NotWellFormed(isLost ? 'attribute without value' : 'disallowed character in attribute name', cursor);
  }
  const quote = nextAfterBlanks(cursor);
  if (quote === END) return END;
  if (!isQuote(quote)) throw new NotWellFormed('unquoted attribute value', cursor);
  for (;;) {
    const inside = next(cursor);
    if (inside === quote) return next(cursor);
    if (inside === END) return END;
    if (inside === LESS) throw new NotWellFormed('disallowed character', cursor);
    if (inside === AMPERSAND && readReference(cursor, entities) === undefined) return END;
  }
}
