/** Where a value ends, or why it cannot. Places are offsets into the bytes that were scanned. */
export type Scanned =
  | { readonly kind: 'whole'; readonly end: number }
  /** An object whose only use is the list in it; its elements begin at `at`. */
  | { readonly kind: 'list'; readonly at: number }
  | { readonly kind: 'broken'; readonly at: number }
  /** The bytes end within it. */
  | { readonly kind: 'open' };

/** Finds the end of one JSON object; goes on where it stopped when more bytes have come. */
export interface ValueScanner {
  /** An object begins here, with its brace. */
  begin(at: number): void;
  /** What follows is the rest of an object, behind an array in it. */
  beginBehindList(at: number): void;
  scan(bytes: Uint8Array, end: number): Scanned;
  /** The bytes have moved to the left by so many. */
  moved(by: number): void;
}

/** Objects and arrays within each other. Stops a file of brackets from filling memory with what is open. */
const NESTING = 500;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** Whether the array behind this key of the outermost object is what the object is for. */
export type IsList = (bytes: Uint8Array, key: { readonly from: number; readonly to: number }, start: number) => boolean;

/**
 * Knows just enough of the grammar to notice at once that an object was cut off and another one follows: what may stand
 * before a string or a bracket, and that a string has no line end in it (RFC 8259 §7). JSON.parse() judges the rest.
 */
export function valueScanner(isList: IsList): ValueScanner {
  const open: number[] = [];
  let start = 0;
  let at = 0;
  /** The last octet that was no blank and in no string. */
  let last = 0;
  let inString = false;
  let stringStart = 0;
  const key = { from: 0, to: 0 };

  const begin = (place: number, inside: readonly number[], before: number): void => {
    open.length = 0;
    open.push(...inside);
    start = place;
    at = place;
    last = before;
    inString = false;
  };
  const mayHold = (): boolean =>
    open.length === 0 || last === COLON || (open.at(-1) === OPEN_ARRAY && (last === OPEN_ARRAY || last === COMMA));
  const mayBeKey = (): boolean => open.at(-1) === OPEN_OBJECT && (last === OPEN_OBJECT || last === COMMA);

  /** The string ends here. */
  const endString = (place: number): void => {
    inString = false;
    if (open.length === 1 && last !== COLON) {
      key.from = stringStart;
      key.to = place;
    }
    last = QUOTE;
  };

  /** Takes a quote or a bracket, at `at`. */
  const take = (bytes: Uint8Array, octet: number, end: number): Scanned | undefined => {
    switch (octet) {
      case QUOTE:
        if (!mayBeKey() && !mayHold()) return { kind: 'broken', at };
        inString = true;
        stringStart = at + 1;
        return undefined;
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        if (!mayHold() || open.length >= NESTING) return { kind: 'broken', at };
        if (octet === OPEN_ARRAY && open.length === 1 && isList(bytes, key, start)) {
          const first = afterBlanks(bytes, at + 1, end);
          if (first === end) return { kind: 'open' };
          if (bytes[first] === OPEN_OBJECT) return { kind: 'list', at: first };
        }
        open.push(octet);
        break;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        if (open.pop() !== octet - 2) return { kind: 'broken', at };
        if (open.length === 0) return { kind: 'whole', end: at + 1 };
        break;
      default:
    }
    last = octet;
    return undefined;
  };

  return {
    begin: (place) => begin(place, [], 0),
    beginBehindList: (place) => begin(place, [OPEN_OBJECT], CLOSE_ARRAY),
    moved(by) {
      start -= by;
      at -= by;
      stringStart -= by;
      key.from -= by;
      key.to -= by;
    },
    scan(bytes, end) {
      while (at < end) {
        if (inString) {
          at = stringEnd(bytes, at, end);
          if (at >= end) break;
          if (bytes[at] === LINE_FEED) return { kind: 'broken', at };
          endString(at);
          at += 1;
          continue;
        }
        // Locals, since this is where the time goes.
        let next = at;
        let before = last;
        let octet = bytes[next] ?? 0;
        while (next < end && MEANING[octet] !== STRUCTURE) {
          if (MEANING[octet] === OTHER) before = octet;
          next += 1;
          octet = bytes[next] ?? 0;
        }
        at = next;
        last = before;
        if (next === end) break;
        const found = take(bytes, octet, end);
        if (found !== undefined) return found;
        at += 1;
      }
      return { kind: 'open' };
    },
  };
}

const STRUCTURE = 2;
const OTHER = 1;
/** What an octet outside of strings is: nothing (a blank), a quote or bracket, or anything else. */
const MEANING = Uint8Array.from({ length: 256 }, (_, octet) => {
  if (octet <= 0x20) return 0;
  return [QUOTE, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY].includes(octet) ? STRUCTURE : OTHER;
});

/** The place of the quote that ends a string, or of a line end in it; at or behind `end` where it has neither yet. */
function stringEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  for (; at < end; at += 1) {
    const octet = bytes[at];
    if (octet === QUOTE || octet === LINE_FEED) return at;
    if (octet === BACKSLASH) at += 1;
  }
  return at;
}

function afterBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] ?? 0) <= 0x20) at += 1;
  return at;
}
