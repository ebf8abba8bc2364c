import { AMPERSAND, CLOSE_BRACKET, GREATER, LESS, isBlank } from './characters.ts';
import { END, NotWellFormed, next } from './cursor.ts';
import { ownCopy } from '../../core/own-copy.ts';
import { readReference } from './references.ts';
import { type ScannerState, type XmlEvents, goTo } from './state.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Reads text up to the next `<`, whatever stands in it. False where that is still to come. */
export function readText(state: ScannerState, events: XmlEvents): boolean {
  if (state.tags.length === 0) return readBlanks(state);
  const { here } = state;
  const wanted = events.wantsText();
  for (;;) {
    const part = textPart(state, wanted);
    if (part === undefined) return false;
    if (here.text.charCodeAt(here.at) === LESS) {
      const text = state.held === '' ? part : state.held + part;
      state.held = '';
      if (text !== '') events.text(text);
      return true;
    }
    state.held += part;
    const cursor = { ...here, at: here.at + 1 };
    const character = readReference(cursor, state.entities);
    if (character === undefined) return false;
    if (wanted) state.held += character;
    goTo(state, cursor);
  }
}

/** Reads text up to the next `<` or `&`; empty where it is not wanted. */
function textPart(state: ScannerState, wanted: boolean): string | undefined {
  const { here } = state;
  const cursor = { ...here };
  for (let brackets = 0; ;) {
    const code = next(cursor);
    if (code === END) return undefined;
    if (code === LESS || code === AMPERSAND) break;
    if (code === GREATER && brackets >= 2) {
      throw new NotWellFormed('the string "]]>" is disallowed in char data', cursor);
    }
    brackets = code === CLOSE_BRACKET ? brackets + 1 : 0;
  }
  cursor.at -= 1;
  const start = here.at;
  goTo(state, cursor);
  return wanted ? folded(here.text.slice(start, here.at)) : '';
}

/** Outside of the root element there may be blanks only. */
function readBlanks(state: ScannerState): boolean {
  const cursor = { ...state.here };
  if (state.before + cursor.at === 0 && cursor.text.startsWith(BYTE_ORDER_MARK)) cursor.at = 1;
  let isStray = false;
  for (;;) {
    const code = next(cursor);
    if (code === END || code === LESS || code === AMPERSAND) {
      if (isStray || code === AMPERSAND) throw new NotWellFormed('text data outside of root node', cursor);
      if (code === LESS) cursor.at -= 1;
      goTo(state, cursor);
      return code === LESS;
    }
    state.mayBeDeclaration = false;
    isStray ||= !isBlank(code);
  }
}

/** With every end of a line as a line feed (§2.11), and no slice. */
export const folded = (text: string): string => ownCopy(text.replaceAll(/\r\n?/g, '\n'));
