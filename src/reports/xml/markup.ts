import { BANG, GREATER, QUESTION, SLASH, isBlank, isNameStart } from './characters.ts';
import { type Cursor, END, NotWellFormed, next, nextAfterBlanks, nextAfterName, startOf } from './cursor.ts';
import { readDoctype } from './doctype.ts';
import { readInstruction } from './instruction.ts';
import { ownCopy } from '../../core/own-copy.ts';
import { readCdata, readComment, readKind } from './sections.ts';
import { type ScannerState, type XmlEvents, closed, goTo, opened } from './state.ts';
import { readAttributes } from './tags.ts';
import { folded } from './text.ts';

/** Reads markup of any kind, from its `<` on. False where its end is still to come. */
export function readMarkup(state: ScannerState, events: XmlEvents): boolean {
  const cursor = { ...state.here, at: state.here.at + 1 };
  const code = next(cursor);
  if (code === END) return false;
  if (code === SLASH) return readEndTag(state, events, cursor);
  if (code === BANG) return readSection(state, events, cursor);
  if (code === QUESTION) return readInstruction(cursor, state.mayBeDeclaration) && done(state, cursor);
  if (isNameStart(code)) return readStartTag(state, events, cursor, startOf(cursor, code));
  throw new NotWellFormed('disallowed character in tag name', cursor);
}

function readStartTag(state: ScannerState, events: XmlEvents, cursor: Cursor, start: number): boolean {
  const behind = nextAfterName(cursor);
  if (behind === END) return false;
  const name = ownCopy(cursor.text.slice(start, cursor.nameEnd));
  state.sawRoot = true;
  if (state.closedRoot) throw new NotWellFormed('documents may contain only one root', cursor);
  const tagEnd = readAttributes(cursor, behind, state.entities);
  if (tagEnd === undefined) return false;
  done(state, cursor);
  opened(state, events, name);
  if (tagEnd === '/>') closed(state, events);
  return true;
}

function readEndTag(state: ScannerState, events: XmlEvents, cursor: Cursor): boolean {
  const start = cursor.at;
  const behind = nextAfterName(cursor);
  const last = isBlank(behind) ? nextAfterBlanks(cursor) : behind;
  if (last === END) return false;
  if (last !== GREATER) throw new NotWellFormed('disallowed character in closing tag', cursor);
  const name = cursor.text.slice(start, cursor.nameEnd);
  const due = state.tags.at(-1);
  if (name === '') throw new NotWellFormed('weird empty close tag', cursor);
  if (due === undefined) throw new NotWellFormed(`unmatched closing tag: ${name}`, cursor);
  if (due !== name) throw new NotWellFormed('unexpected close tag', cursor);
  done(state, cursor);
  closed(state, events);
  return true;
}

function readSection(state: ScannerState, events: XmlEvents, cursor: Cursor): boolean {
  const kind = readKind(cursor);
  if (kind === undefined) return false;
  if (kind === '--') return readComment(cursor) && done(state, cursor);
  const start = cursor.at;
  if (kind === 'DOCTYPE') {
    if (state.sawDoctype || state.sawRoot)
      throw new NotWellFormed('inappropriately located doctype declaration', cursor);
    if (!readDoctype(cursor)) return false;
    state.sawDoctype = true;
    done(state, cursor);
    state.entities = events.doctype(cursor.text.slice(start, cursor.at - 1));
    return true;
  }
  if (state.tags.length === 0) throw new NotWellFormed('text data outside of root node', cursor);
  const cdata = readCdata(cursor);
  if (cdata === undefined) return false;
  done(state, cursor);
  if (cdata !== '' && events.wantsText()) events.text(folded(cdata));
  return true;
}

function done(state: ScannerState, cursor: Readonly<Cursor>): true {
  goTo(state, cursor);
  state.mayBeDeclaration = false;
  return true;
}
