import {
  AMPERSAND,
  BANG,
  GREATER,
  LESS,
  LINE_FEED,
  QUESTION,
  RETURN,
  SLASH,
  SPACE,
  TAB,
  asciiTable,
  isBlank,
  isCharacter,
  isHighSurrogate,
  isNameCharacter,
  isNameStart,
} from './characters.ts';
import { type Cursor, END, NotWellFormed, next, nextAfterBlanks, nextAfterName, startOf } from './cursor.ts';
import { readDoctype } from './doctype.ts';
import { readInstruction } from './instruction.ts';
import { isAt, ownCopy, stretches } from './memory.ts';
import { readReference } from './references.ts';
import { readCdata, readComment, readKind } from './sections.ts';
import { readAttributes } from './tags.ts';

/** What stands in a document, in its order. Strings are the receiver's to keep: none is a slice of the text. */
export interface XmlEvents {
  open(name: string): void;
  close(): void;
  /** Whether text is of use where the document stands; otherwise it is looked at, and not cut out. */
  wantsText(): boolean;
  /** Character data or a CDATA section, its references replaced; what stands in one place may come in several parts. */
  text(text: string): void;
  doctype(text: string): void;
}

/** Reads XML 1.0 in pieces. Throws `NotWellFormed` at the first place where the text breaks its rules; then it is over. */
export interface XmlScanner {
  write(piece: string): void;
  end(): void;
  /** How far it has come, in units of the text, and in which line (1-based) and column. */
  position(): number;
  line(): number;
  column(): number;
}

/** Ordinary characters of text: no markup, no end of a line, and no `>`, which may be the end of a `]]>`. */
const PLAIN = asciiTable(
  (code) => isCharacter(code) && !isBlank(code) && code !== LESS && code !== AMPERSAND && code !== GREATER,
);
PLAIN[SPACE] = PLAIN[TAB] = 1;
const NAME = asciiTable(isNameCharacter);
const nameIn = stretches(1024);
const valueIn = stretches(8192);

/** `firstLine` is the line of its document the text begins in. */
export function createXmlScanner(events: XmlEvents, firstLine: number): XmlScanner {
  /** Behind what has been read; what follows is read as soon as all of it is there. */
  const here: Cursor = { text: '', at: 0, line: firstLine, origin: 0, nameEnd: 0 };
  let before = 0; // units of the text in front of `here.text`
  let carried = ''; // half of a line end or of a character
  let held = ''; // text in front of a reference
  const tags: string[] = [];
  let sawRoot = false;
  let closedRoot = false;
  let sawDoctype = false;
  let mayBeDeclaration = true;
  let reading = false;

  return {
    write: (piece) => take(piece, false),
    end,
    position: () => before + here.at,
    line: () => place().line,
    column() {
      const { at, origin } = place();
      return at - origin;
    },
  };

  /** While it reads, the place it is at; between two pieces, the end of the text: it has been looked at up to there. */
  function place(): Readonly<Cursor> {
    if (reading) return here;
    const cursor = { ...here };
    while (next(cursor) !== END);
    return cursor;
  }

  function take(piece: string, last: boolean): void {
    const text = here.text.slice(here.at) + carried + piece;
    const final = text.charCodeAt(text.length - 1);
    const end = !last && (final === RETURN || isHighSurrogate(final)) ? text.length - 1 : text.length;
    carried = text.slice(end);
    before += here.at;
    here.origin -= here.at;
    here.at = 0;
    here.text = text.slice(0, end);
    reading = true;
    while (here.at < end && readText() && readMarkup());
    reading = false;
  }

  function end(): void {
    take('', true);
    const unclosed = tags.at(-1);
    if (!sawRoot) throw new NotWellFormed('document must contain a root element', place());
    if (unclosed !== undefined) throw new NotWellFormed(`unclosed tag: ${unclosed}`, place());
    if (here.at < here.text.length) throw new NotWellFormed('unexpected end', place());
  }

  function commit({ at, line, origin }: Readonly<Cursor>): void {
    here.at = at;
    here.line = line;
    here.origin = origin;
  }

  /** Reads text up to the next `<`. False where that is still to come. */
  function readText(): boolean {
    if (tags.length === 0) return readBlanks();
    const wanted = events.wantsText();
    for (;;) {
      const part = textPart(wanted);
      if (part === undefined) return false;
      if (here.text.charCodeAt(here.at) === LESS) {
        const text = held === '' ? part : held + part;
        held = '';
        if (text !== '') events.text(text);
        return true;
      }
      held += part;
      const cursor = { ...here, at: here.at + 1 };
      const character = readReference(cursor);
      if (character === undefined) return false;
      if (wanted) held += character;
      commit(cursor);
    }
  }

  /** Reads text up to the next `<` or `&`; empty where it is not wanted. The one loop that sees every character. */
  function textPart(wanted: boolean): string | undefined {
    const { text, at: start } = here;
    const { length } = text;
    let { line, origin } = here;
    let hash = 0;
    let at = start;
    let isFolded = false;
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 128 ? PLAIN[code] === 1 : code < 0xd800) hash = (Math.imul(hash, 31) + code) | 0;
      else if (code === LESS || code === AMPERSAND) break;
      else if (code === LINE_FEED) {
        line += 1;
        origin = at + 1;
      } else {
        const cursor: Cursor = { text, at, line, origin, nameEnd: 0 };
        next(cursor);
        if (code === GREATER && at - start >= 2 && text.startsWith(']]', at - 2)) {
          throw new NotWellFormed('the string "]]>" is disallowed in char data', cursor);
        }
        isFolded ||= code === RETURN;
        at = cursor.at - 1;
        line = cursor.line;
        origin = cursor.origin;
      }
    }
    if (at === length) return undefined;
    here.at = at;
    here.line = line;
    here.origin = origin;
    if (!wanted || at === start) return '';
    return isFolded ? folded(text.slice(start, at)) : valueIn(text, start, at, hash);
  }

  /** Outside of the root element there may be blanks only. */
  function readBlanks(): boolean {
    const cursor = { ...here };
    let isStray = false;
    for (;;) {
      const code = next(cursor);
      if (code === END || code === LESS || code === AMPERSAND) {
        if (isStray || code === AMPERSAND) throw new NotWellFormed('text data outside of root node', cursor);
        if (code === LESS) cursor.at -= 1;
        commit(cursor);
        return code === LESS;
      }
      mayBeDeclaration = false;
      isStray ||= !isBlank(code);
    }
  }

  /** Reads what begins with the `<` at hand. False where its end is still to come. */
  function readMarkup(): boolean {
    const { text, at } = here;
    const code = text.charCodeAt(at + 1);
    // Nearly all markup is one of two: the end tag that is due, or a start tag without attributes.
    if (code === SLASH) {
      const due = tags[tags.length - 1] ?? '';
      const behind = at + 2 + due.length;
      if (text.charCodeAt(behind) === GREATER && due !== '' && isAt(due, text, at + 2)) {
        here.at = behind + 1;
        close();
        return true;
      }
    } else if (isNameStart(code) && !closedRoot) {
      let hash = 0;
      let behind = at + 1;
      for (let letter = code; letter < 128 && NAME[letter] === 1; letter = text.charCodeAt(behind)) {
        hash = (Math.imul(hash, 31) + letter) | 0;
        behind += 1;
      }
      if (text.charCodeAt(behind) === GREATER) {
        here.at = behind + 1;
        open(nameIn(text, at + 1, behind, hash));
        return true;
      }
    }
    const cursor = { ...here, at: at + 1 };
    return readOther(next(cursor), cursor);
  }

  function readOther(code: number, cursor: Cursor): boolean {
    if (code === END) return false;
    if (code === SLASH) return readEndTag(cursor);
    if (code === BANG) return readSection(cursor);
    if (code === QUESTION) return readInstruction(cursor, mayBeDeclaration) && done(cursor);
    if (isNameStart(code)) return readStartTag(cursor, startOf(cursor, code));
    throw new NotWellFormed('disallowed character in tag name', cursor);
  }

  function readStartTag(cursor: Cursor, start: number): boolean {
    const behind = nextAfterName(cursor);
    if (behind === END) return false;
    const name = ownCopy(cursor.text.slice(start, cursor.nameEnd));
    sawRoot = true;
    if (closedRoot) throw new NotWellFormed('documents may contain only one root', cursor);
    const tagEnd = readAttributes(cursor, behind);
    if (tagEnd === undefined) return false;
    done(cursor);
    open(name);
    if (tagEnd === '/>') close();
    return true;
  }

  function readEndTag(cursor: Cursor): boolean {
    const start = cursor.at;
    const behind = nextAfterName(cursor);
    const last = isBlank(behind) ? nextAfterBlanks(cursor) : behind;
    if (last === END) return false;
    if (last !== GREATER) throw new NotWellFormed('disallowed character in closing tag', cursor);
    const name = cursor.text.slice(start, cursor.nameEnd);
    const due = tags.at(-1);
    if (name === '') throw new NotWellFormed('weird empty close tag', cursor);
    if (due === undefined) throw new NotWellFormed(`unmatched closing tag: ${name}`, cursor);
    if (due !== name) throw new NotWellFormed('unexpected close tag', cursor);
    done(cursor);
    close();
    return true;
  }

  function readSection(cursor: Cursor): boolean {
    const kind = readKind(cursor);
    if (kind === undefined) return false;
    if (kind === '--') return readComment(cursor) && done(cursor);
    const start = cursor.at;
    if (kind === 'DOCTYPE') {
      if (sawDoctype || sawRoot) throw new NotWellFormed('inappropriately located doctype declaration', cursor);
      if (!readDoctype(cursor)) return false;
      sawDoctype = true;
      done(cursor);
      events.doctype(cursor.text.slice(start, cursor.at - 1));
      return true;
    }
    if (tags.length === 0) throw new NotWellFormed('text data outside of root node', cursor);
    const cdata = readCdata(cursor);
    if (cdata === undefined) return false;
    done(cursor);
    if (cdata !== '' && events.wantsText()) events.text(folded(cdata));
    return true;
  }

  function done(cursor: Readonly<Cursor>): true {
    commit(cursor);
    mayBeDeclaration = false;
    return true;
  }

  function open(name: string): void {
    sawRoot = true;
    tags.push(name);
    events.open(name);
  }

  function close(): void {
    tags.pop();
    closedRoot = tags.length === 0;
    events.close();
  }
}

/** §2.11 */
const folded = (text: string): string => ownCopy(text.replaceAll(/\r\n?/g, '\n'));
