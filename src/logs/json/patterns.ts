import type { Block } from '../block.ts';
import type { JsonObject } from '../format.ts';
import { type Literal, literalOf, standsAt } from '../literal.ts';
import { type Hole, MOST_HOLES, outlineOf } from './outline.ts';
import { HAS_ESCAPE, HAS_HIGH, numberEnd, scanned, textEnd } from './scan.ts';
import { isText, newTextMemory, recall, type Remembered, remember, type TextMemory } from './text-memory.ts';

/**
 * Reads lines that differ from one that JSON.parse() has read in nothing but what stands in its texts and numbers: a
 * service writes millions of a few kinds. All between them is compared with that line's, four octets at a time, so that
 * it is as sound as it was there; and a text that has come before costs no string.
 */
export interface Patterns {
  /** Reads lines from `at` as long as they are of a known kind, and says where the first other one begins. */
  read(source: PatternSource, at: number, end: number): number;
  /** A line that was read in another way, and its object, which from now on is that of all lines of its kind. */
  learn(bytes: Buffer, from: number, to: number, object: JsonObject): void;
}

/** Whole lines, with at least four octets behind them that may be anything. */
export interface PatternSource extends Block {
  readonly bytes: Buffer;
  /** The octets from `start` on, a character for each. */
  readonly text: string;
  readonly start: number;
}

/** What stands before a text, a number or the end of a line, and all that may follow. */
interface Way {
  readonly octets: Literal;
  readonly before: 'text' | 'number' | 'end';
  /** Of the texts behind it. */
  readonly memory: TextMemory;
  readonly next: Way[];
  readonly pattern: Pattern | undefined;
}
interface Pattern {
  readonly object: JsonObject;
  readonly fields: readonly Field[];
}
interface Field extends Pick<Hole, 'kind' | 'target' | 'key'> {
  /** What the object has there, if it is remembered. */
  last: Remembered | undefined;
  lastNumber: number;
}

/** Octets of a line that is learned from. */
const LONGEST_LINE = 16 * 1024;
/** Texts and numbers of all lines learned from, and their octets. Stop objects that have each another shape from filling memory. */
const MOST_FIELDS = 4000;
const MOST_OCTETS = 1024 * 1024;
/** Ways on from one place. Stops keys that are somebody's ids from being looked through at each line. */
const MOST_WAYS = 24;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const ZERO = 0x30;

export function newPatterns(record: (value: JsonObject) => void): Patterns {
  const ways: Way[] = [];
  let [fields, octets] = [0, 0];
  // Of the line that is being read, one for each text or number.
  const froms = new Int32Array(MOST_HOLES);
  const tos = new Int32Array(MOST_HOLES);
  const flags = new Uint8Array(MOST_HOLES);
  const values = new Float64Array(MOST_HOLES);
  const memories: TextMemory[] = [];
  const known: (Remembered | undefined)[] = [];

  /** Where the next line begins; -1 where this one is of no known kind. */
  const readLine = (source: PatternSource, from: number): number => {
    const { view } = source;
    let at = from;
    let open = ways;
    for (let hole = 0; ; hole += 1) {
      const way = wayOn(source, at, open);
      if (way === undefined) return -1;
      at += way.octets.length;
      if (way.before === 'end') {
        const next = lineEnd(view, at);
        if (next < 0 || way.pattern === undefined || !fill(source, way.pattern)) return -1;
        record(way.pattern.object);
        return next;
      }
      open = way.next;
      if (way.before === 'text') {
        const { last } = way.memory;
        // Most names are the same in most lines.
        if (last !== undefined && isText(last, source, at)) {
          known[hole] = last;
          at += last.octets.length - 1;
          continue;
        }
        known[hole] = undefined;
        memories[hole] = way.memory;
        froms[hole] = at;
        const end = textEnd(view, at);
        if (end < 0) return -1;
        flags[hole] = scanned.flags;
        at = end;
      } else {
        froms[hole] = at;
        at = numberEnd(view, at);
        if (at < 0) return -1;
        flags[hole] = scanned.isBig ? 1 : 0;
        values[hole] = scanned.value;
      }
      tos[hole] = at;
    }
  };

  /** Puts what was found into the pattern's object; false where a text is none. */
  const fill = (source: PatternSource, { fields: all }: Pattern): boolean => {
    for (let hole = 0; hole < all.length; hole += 1) {
      const field = all[hole] as Field;
      if (field.kind === 'number') fillNumber(source, hole, field);
      else if (!fillText(source, hole, field)) return false;
    }
    return true;
  };
  const fillText = (source: PatternSource, hole: number, field: Field): boolean => {
    const said = known[hole] ?? recalled(source, hole);
    if (said !== undefined) {
      // Most often the object has it already.
      if (said !== field.last) field.target[field.key] = said.text;
      field.last = said;
      return true;
    }
    const from = froms[hole] as number;
    const to = tos[hole] as number;
    const text = made(source, from, to, flags[hole] as number);
    if (text === undefined) return false;
    const memory = memories[hole] as TextMemory;
    if (memory.patience > 0 && from < to) remember(memory, source, from, to, text);
    field.target[field.key] = text;
    field.last = undefined;
    return true;
  };
  const recalled = (source: PatternSource, hole: number): Remembered | undefined => {
    const memory = memories[hole] as TextMemory;
    const from = froms[hole] as number;
    const to = tos[hole] as number;
    return memory.patience > 0 && from < to ? recall(memory, source, from, to) : undefined;
  };
  const fillNumber = ({ text, start }: PatternSource, hole: number, field: Field): void => {
    const value = values[hole] as number;
    // 0 and -0 are the same here, and not in JSON.
    if (value === field.lastNumber && value !== 0) return;
    field.lastNumber = value;
    if (!Number.isNaN(value)) {
      field.target[field.key] = value;
      return;
    }
    const written = text.slice((froms[hole] as number) - start, (tos[hole] as number) - start);
    field.target[field.key] = flags[hole] === 1 ? written : Number(written);
  };

  return {
    read(source, start, end) {
      let at = start;
      while (at < end) {
        const next = readLine(source, at);
        if (next < 0) break;
        at = next;
      }
      return at;
    },
    learn(bytes, from, to, object) {
      if (to - from > LONGEST_LINE || fields >= MOST_FIELDS || octets >= MOST_OCTETS) return;
      octets += to - from;
      const holes = outlineOf(bytes, from, object);
      if (holes === undefined) return;
      fields += holes.length;
      const block = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
      let [open, at] = [ways, from];
      for (const { kind, from: start, to: stop } of holes) {
        const way = wayTo(block, open, at, start, kind);
        if (way === undefined) return;
        open = way.next;
        at = stop;
      }
      const all = holes.map(({ kind, target, key }) => ({
        kind,
        target,
        key,
        last: undefined,
        lastNumber: Number.NaN,
      }));
      open.push(newWay(block, at, to, 'end', { object, fields: all }));
    },
  };
}

const newWay = (block: Block, from: number, to: number, before: Way['before'], pattern?: Pattern): Way => ({
  octets: literalOf(block.bytes.subarray(from, to)),
  before,
  memory: newTextMemory(),
  next: [],
  pattern,
});

/** The way that is there already, or a new one; undefined where there are too many. */
function wayTo(block: Block, ways: Way[], from: number, to: number, before: Way['before']): Way | undefined {
  for (const way of ways)
    if (way.before === before && way.octets.length === to - from && standsAt(block, from, way.octets)) return way;
  if (ways.length >= MOST_WAYS) return undefined;
  const way = newWay(block, from, to, before);
  ways.push(way);
  return way;
}

/** The only way that fits, for they differ where they part; it comes to be tried earlier. */
function wayOn(block: Block, at: number, ways: Way[]): Way | undefined {
  const { view } = block;
  for (let index = 0; index < ways.length; index += 1) {
    const way = ways[index] as Way;
    if (!standsAt(block, at, way.octets)) continue;
    if (way.before === 'number' && !beginsNumber(view.getUint8(at + way.octets.length))) continue;
    if (way.before === 'end' && lineEnd(view, at + way.octets.length) < 0) continue;
    if (index > 0) {
      ways[index] = ways[index - 1] as Way;
      ways[index - 1] = way;
    }
    return way;
  }
  return undefined;
}

const beginsNumber = (octet: number): boolean => (octet >= ZERO && octet < ZERO + 10) || octet === HYPHEN;

/** Behind the line feed, and the comma of an array before it; -1 where something else follows. */
function lineEnd(view: DataView, from: number): number {
  let at = from;
  if (view.getUint8(at) === COMMA) at += 1;
  if (view.getUint8(at) === CARRIAGE_RETURN) at += 1;
  return view.getUint8(at) === LINE_FEED ? at + 1 : -1;
}

/** The text of these octets; undefined where an escape in it is none. */
function made({ bytes, text, start }: PatternSource, from: number, to: number, flags: number): string | undefined {
  if (flags === 0) return text.slice(from - start, to - start);
  const read = (flags & HAS_HIGH) === 0 ? text.slice(from - start, to - start) : bytes.toString('utf8', from, to);
  if ((flags & HAS_ESCAPE) === 0) return read;
  try {
    return JSON.parse(`"${read}"`) as string;
  } catch {
    return undefined;
  }
}
