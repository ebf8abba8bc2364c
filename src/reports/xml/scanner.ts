import {
  AMPERSAND,
  BANG,
  CLOSE_BRACKET,
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
import { ownCopy } from '../../core/own-copy.ts';
import { memory } from './memory.ts';
import { readReference } from './references.ts';
import { readCdata, readComment, readKind } from './sections.ts';
import { readAttributes } from './tags.ts';
import { type Units, unitsOf } from './units.ts';

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
  /** Reads what has been written and was too little to be read at once: for who wants to tell faults from an early end. */
  flush(): void;
  end(): void;
  /** How far it has come, in units of the text, and in which line (1-based) and column. */
  position(): number;
  line(): number;
  column(): number;
  /** For handlers: the text at hand, where in it the reading is, and the elements that are open. */
  place(): { readonly units: Units; readonly at: number; readonly tags: readonly string[] };
  /** For handlers: goes on behind what the receiver knows to be well-formed, and to close so many of the open elements. */
  passOver(known: Passage): void;
}

/** A stretch of the text that need not be read. */
export interface Passage {
  readonly length: number;
  readonly closes: number;
  readonly lines: number;
  /** Characters behind the last end of a line; undefined where there is none. */
  readonly column: number | undefined;
}

/** Ordinary characters of text: no markup, no end of a line, and no `>`, which may be the end of a `]]>`. */
const PLAIN = asciiTable(
  (code) => isCharacter(code) && !isBlank(code) && code !== LESS && code !== AMPERSAND && code !== GREATER,
);
PLAIN[SPACE] = PLAIN[TAB] = 1;
const NAME = asciiTable(isNameCharacter);
const NAME_START = asciiTable(isNameStart);
/** Units that must have come before as many, or more, are looked at once more: a pipe may bring them one by one. */
const LOOKED_AT = 4096;
const BYTE_ORDER_MARK = '\uFEFF';
const names = memory(512, 48);
const values = memory(16_384, 40);

/** `firstLine` is the line of its document the text begins in. */
export function createXmlScanner(events: XmlEvents, firstLine: number): XmlScanner {
  /** Behind what has been read; what follows is read as soon as all of it is there. */
  const here: Cursor = { text: '', at: 0, line: firstLine, origin: 0, nameEnd: 0 };
  let before = 0; // units of the text in front of `here.text`
  let waiting = ''; // text that has not been looked at: half of a line end, or of a character
  let held = ''; // text in front of a reference
  const tags: string[] = [];
  const hashes: number[] = [];
  let sawRoot = false;
  let closedRoot = false;
  let sawDoctype = false;
  let mayBeDeclaration = true;
  let reading = false;
  let units = unitsOf('');

  return {
    write(piece) {
      waiting += piece;
      if (waiting.length >= LOOKED_AT || here.text.length - here.at < LOOKED_AT) read(false);
    },
    flush: () => read(false),
    end,
    position: () => before + here.at,
    line: () => place().line,
    column() {
      const { at, origin } = place();
      return at - origin;
    },
    place: () => ({ units, at: here.at, tags }),
    passOver({ length, closes, lines, column }) {
      here.at += length;
      here.line += lines;
      if (column !== undefined) here.origin = here.at - column;
      tags.length -= closes;
      hashes.length -= closes;
      closedRoot = tags.length === 0;
    },
  };

  /** While it reads, the place it is at; between two pieces, the end of the text: it has been looked at up to there. */
  function place(): Readonly<Cursor> {
    if (reading) return here;
    const cursor = { ...here };
    while (next(cursor) !== END);
    return cursor;
  }

  function read(last: boolean): void {
    const whole = here.text.slice(here.at) + waiting;
    const final = whole.charCodeAt(whole.length - 1);
    const length = !last && (final === RETURN || isHighSurrogate(final)) ? whole.length - 1 : whole.length;
    waiting = whole.slice(length);
    before += here.at;
    here.origin -= here.at;
    here.at = 0;
    here.text = whole.slice(0, length);
    reading = true;
    units = unitsOf(here.text);
    // oxlint-disable-next-line no-unmodified-loop-condition -- what reads moves `here` and `held`
    while (here.at < length && (held !== '' || readPlain()) && readOther());
    reading = false;
  }

  /**
   * Reads on as long as there are but text and tags without attributes, which is nearly everything. False where the text ends;
   * true at markup, or a reference, of another kind.
   */
  function readPlain(): boolean {
    const { codes } = units;
    const { length } = codes;
    let { at, line, origin } = here;
    for (;;) {
      const depth = tags.length;
      if (depth === 0) return true;
      // Text
      const start = at;
      let code = 0;
      let hash = 0;
      for (; at < length; at += 1) {
        code = codes[at] ?? 0;
        if (code < 128 ? PLAIN[code] === 1 : code < 0xd800) hash = (Math.imul(hash, 31) + code) | 0;
        else if (code !== LINE_FEED) break;
        else {
          line += 1;
          origin = at + 1;
        }
      }
      if (at === length) return false;
      if (code !== LESS) return true;
      if (at > start && events.wantsText()) events.text(values.stretch(units, start, at, hash));
      here.line = line;
      here.origin = origin;
      here.at = at;
      const first = codes[at + 1] ?? 0;
      let behind = at + 2;
      if (first === SLASH) {
        const due = tags[depth - 1] ?? '';
        behind += due.length;
        if (behind >= length || codes[behind] !== GREATER || !names.isAt(due, hashes[depth - 1] ?? 0, codes, at + 2))
          return true;
        here.at = behind + 1;
        close();
        ({ at, line, origin } = here);
      } else {
        if (first >= 128 || NAME_START[first] !== 1) return true;
        hash = first;
        code = 0;
        for (; behind < length; behind += 1) {
          code = codes[behind] ?? 0;
          if (code >= 128 || NAME[code] !== 1) break;
          hash = (Math.imul(hash, 31) + code) | 0;
        }
        if (code !== GREATER) return true;
        const name = names.stretch(units, at + 1, behind, hash);
        at = here.at = behind + 1;
        open(name, hash);
      }
    }
  }

  function end(): void {
    read(true);
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

  /** Reads text up to the next `<` or `&`; empty where it is not wanted. */
  function textPart(wanted: boolean): string | undefined {
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
    commit(cursor);
    return wanted ? folded(here.text.slice(start, here.at)) : '';
  }

  /** Outside of the root element there may be blanks only. */
  function readBlanks(): boolean {
    const cursor = { ...here };
    if (before + cursor.at === 0 && cursor.text.startsWith(BYTE_ORDER_MARK)) cursor.at = 1;
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

  /** Reads what `readPlain` leaves over: text with a reference or a rare character in it, and all other markup. */
  function readOther(): boolean {
    if (!readText()) return false;
    const cursor = { ...here, at: here.at + 1 };
    return readMarkup(next(cursor), cursor);
  }

  function readMarkup(code: number, cursor: Cursor): boolean {
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

  function open(name: string, hash = 0): void {
    sawRoot = true;
    tags.push(name);
    hashes.push(hash);
    events.open(name);
  }

  function close(): void {
    tags.pop();
    hashes.pop();
    closedRoot = tags.length === 0;
    events.close();
  }
}

/** §2.11 */
const folded = (text: string): string => ownCopy(text.replaceAll(/\r\n?/g, '\n'));
