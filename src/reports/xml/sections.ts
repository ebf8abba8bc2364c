import { GREATER } from './characters.ts';
import { type Cursor, END, NotWellFormed, next, passed } from './cursor.ts';

/** Reads a comment (§2.5) from behind its `<!--` on. False where its end is still to come. */
export function readComment(cursor: Cursor): boolean {
  if (!passed(cursor, '--')) return false;
  const last = next(cursor);
  if (last === END) return false;
  if (last !== GREATER) throw new NotWellFormed('malformed comment', cursor);
  return true;
}

/** Reads a CDATA section (§2.7) from behind its `<![CDATA[` on; its text, or undefined where its end is still to come. */
export function readCdata(cursor: Cursor): string | undefined {
  const start = cursor.at;
  return passed(cursor, ']]>') ? cursor.text.slice(start, cursor.at - 3) : undefined;
}

const KINDS = ['[CDATA[', '--', 'DOCTYPE'] as const;
const LONGEST = 7;

/** What begins with `<!`, read from behind that on; undefined where that is still to come. */
export function readKind(cursor: Cursor): (typeof KINDS)[number] | undefined {
  const start = cursor.at;
  for (;;) {
    if (next(cursor) === END) return undefined;
    const sofar = cursor.text.slice(start, cursor.at);
    const kind = KINDS.find((one) => one === sofar);
    if (kind !== undefined) return kind;
    // A line's end of two characters is one (§2.11).
    if (sofar.replaceAll('\r\n', '\n').length >= LONGEST) throw new NotWellFormed('incorrect syntax', cursor);
  }
}
