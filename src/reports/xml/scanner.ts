import { RETURN, isHighSurrogate } from './characters.ts';
import { type Cursor, END, NotWellFormed, next } from './cursor.ts';
import { readMarkup } from './markup.ts';
import { readPlain } from './plain.ts';
import { type XmlEvents, newState } from './state.ts';
import { readText } from './text.ts';
import { type Units, textOf, unitsOf } from './units.ts';

export type { XmlEvents } from './state.ts';

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
  passOver(known: Passage, closes: number): void;
}

/** A stretch of the text that need not be read. */
export interface Passage {
  readonly length: number;
  readonly lines: number;
  /** Characters behind the last end of a line; undefined where there is none. */
  readonly column: number | undefined;
}

/** Units that must have come before as many, or more, are looked at once more: a pipe may bring them one by one. */
const LOOKED_AT = 4096;

/** `firstLine` is the line of its document the text begins in, `entities` what was declared in front of it. */
export function createXmlScanner(
  events: XmlEvents,
  firstLine: number,
  entities?: ReadonlyMap<string, string>,
): XmlScanner {
  const state = newState(firstLine, entities);
  const { here, tags } = state;
  let waiting = ''; // text that has not been looked at: half of a line end, or of a character
  // The text at hand: what was left over of the one before, and what came behind it.
  let front = '';
  let back = '';
  let reading = false;

  return {
    write(piece) {
      waiting += piece;
      if (waiting.length >= LOOKED_AT || state.units.codes.length - here.at < LOOKED_AT) read(false);
    },
    flush: () => read(false),
    end,
    position: () => state.before + here.at,
    line: () => place().line,
    column() {
      const { at, origin } = place();
      return at - origin;
    },
    place: () => ({ units: state.units, at: here.at, tags }),
    passOver({ length, lines, column }, closes) {
      here.at += length;
      here.line += lines;
      if (column !== undefined) here.origin = here.at - column;
      if (closes === 0) return;
      tags.length -= closes;
      state.closedRoot = tags.length === 0;
    },
  };

  /** While it reads, the place it is at; between two pieces, the end of the text: it has been looked at up to there. */
  function place(): Readonly<Cursor> {
    if (reading) return here;
    const cursor = { ...here, text: textOf(state.units) };
    while (next(cursor) !== END);
    return cursor;
  }

  function read(last: boolean): void {
    front = here.at < front.length ? front.slice(here.at) + back : back.slice(here.at - front.length);
    back = waiting;
    if (back === '') [front, back] = ['', front];
    const final = back.charCodeAt(back.length - 1);
    const isHalf = !last && (final === RETURN || isHighSurrogate(final));
    waiting = isHalf ? back.slice(-1) : '';
    if (isHalf) back = back.slice(0, -1);
    const length = front.length + back.length;
    state.before += here.at;
    here.origin -= here.at;
    here.at = 0;
    reading = true;
    state.units = unitsOf(front, back);
    while (here.at < length && (state.held !== '' || readPlain(state, events)) && readOther());
    reading = false;
  }

  /** Reads what `readPlain` leaves over: text with a reference or a rare character in it, and all other markup. */
  function readOther(): boolean {
    here.text = textOf(state.units);
    return readText(state, events) && readMarkup(state, events);
  }

  function end(): void {
    read(true);
    const unclosed = tags.at(-1);
    if (!state.sawRoot) throw new NotWellFormed('document must contain a root element', place());
    if (unclosed !== undefined) throw new NotWellFormed(`unclosed tag: ${unclosed}`, place());
    if (here.at < state.units.codes.length) throw new NotWellFormed('unexpected end', place());
  }
}
