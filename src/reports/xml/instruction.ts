import { QUESTION, isBlank, isNameStart } from './characters.ts';
import { type Cursor, END, NotWellFormed, next, nextAfterName, passed, startOf } from './cursor.ts';
import { readDeclaration } from './declaration.ts';
import { ownCopy } from '../../core/own-copy.ts';

/** The declaration that was read last, from its target on, in one line: nearly all documents have the same. */
let lastDeclaration = '';

/**
 * Reads a processing instruction (§2.6), or the XML declaration where there may be one, from behind its `<?` on.
 * False where its end is still to come.
 */
export function readInstruction(cursor: Cursor, mayBeDeclaration: boolean): boolean {
  const { at: beginning, line } = cursor;
  if (mayBeDeclaration && lastDeclaration !== '' && cursor.text.startsWith(lastDeclaration, beginning)) {
    cursor.at += lastDeclaration.length;
    return true;
  }
  const first = next(cursor);
  if (first === END) return false;
  if (first === QUESTION || isBlank(first)) throw new NotWellFormed('processing instruction without a target', cursor);
  const start = startOf(cursor, first);
  const behind = isNameStart(first) ? nextAfterName(cursor) : first;
  if (behind === END) return false;
  if (behind !== QUESTION && !isBlank(behind)) {
    throw new NotWellFormed('disallowed character in processing instruction name', cursor);
  }
  const target = cursor.text.slice(start, cursor.nameEnd);
  if (target === 'xml') {
    if (mayBeDeclaration) {
      if (!readDeclaration(cursor, behind)) return false;
      if (cursor.line === line) lastDeclaration = ownCopy(cursor.text.slice(beginning, cursor.at));
      return true;
    }
    throw new NotWellFormed('an XML declaration must be at the start of the document', cursor);
  }
  if (behind === QUESTION) cursor.at -= 1; // it may be the one of `?>`
  if (!passed(cursor, '?>')) return false;
  if (target.toLowerCase() !== 'xml') return true;
  throw new NotWellFormed('the XML declaration must appear at the start of the document', cursor);
}
