import { BANG, CLOSE_BRACKET, DASH, GREATER, LESS, OPEN_BRACKET, QUESTION, isQuote } from './characters.ts';
import { type Cursor, END, next, passed, passedOne } from './cursor.ts';
import { readComment } from './sections.ts';

/**
 * Reads a document type declaration (§2.8) from behind `<!DOCTYPE` on, only to find its end: nothing it declares is used.
 * False where its end is still to come.
 */
export function readDoctype(cursor: Cursor): boolean {
  for (;;) {
    const code = next(cursor);
    if (code === END) return false;
    if (code === GREATER) return true;
    if (code === OPEN_BRACKET && !readSubset(cursor)) return false;
    if (isQuote(code) && !passedOne(cursor, code)) return false;
  }
}

/** The internal subset, up to and with its `]`. */
function readSubset(cursor: Cursor): boolean {
  for (;;) {
    const code = next(cursor);
    if (code === END) return false;
    if (code === CLOSE_BRACKET) return true;
    if (isQuote(code) && !passedOne(cursor, code)) return false;
    if (code === LESS && !readMarkup(cursor)) return false;
  }
}

/** What hides brackets and quotes: comments and processing instructions. Of declarations only the start is read here. */
function readMarkup(cursor: Cursor): boolean {
  const code = next(cursor);
  if (code === QUESTION) return passed(cursor, '?') && passedOne(cursor, GREATER);
  if (code !== BANG) return code !== END;
  const first = next(cursor);
  if (first !== DASH) return first !== END;
  const second = next(cursor);
  return second === DASH ? readComment(cursor) : second !== END;
}
