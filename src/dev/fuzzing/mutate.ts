import { type Draw, drawing } from './random.ts';
import type { FuzzTarget } from './target.ts';

export type Corpus = { readonly seeds: readonly Buffer[]; readonly tokens: readonly Buffer[] };

export const corpusOf = ({ seeds, tokens }: FuzzTarget): Corpus => ({
  seeds: seeds().map((seed) => Buffer.from(seed)),
  tokens: [...tokens, ...COMMON].map((token) => Buffer.from(token, 'latin1')),
});

/** What breaks readers of every kind: line ends, NULs, halves of UTF-8 and of numbers, prototypes. */
const COMMON = [
  '\0',
  '\r',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '"',
  "'",
  '\\',
  '%',
  '\xC3',
  '\xEF\xBB\xBF',
  '\xFF\xFE',
  '\xF0\x9F\x98',
].concat(['-1', '0', '4294967296', '9007199254740993', '1e999', '__proto__', 'constructor', 'toString']);
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
/** Repetitions grow to this, and one in some to `LONGEST`: what takes time by the square of a length shows there. */
const LONG = 4096;
const LONGEST = 65_536;

/** The input of this number: a seed with one change or several. */
export function mutated({ seeds, tokens }: Corpus, seed: number, index: number): Buffer {
  const draw = drawing(seed, index);
  const any = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  let bytes = any(seeds);
  let changes = 1;
  while (changes < 8 && draw(2) === 0) changes += 1;
  for (; changes > 0; changes -= 1) bytes = any(CHANGES)(bytes, { draw, token: any(tokens), other: any(seeds) });
  return bytes;
}

interface Means {
  readonly draw: Draw;
  readonly token: Buffer;
  readonly other: Buffer;
}
type Change = (bytes: Buffer, means: Means) => Buffer;

const spliced = (bytes: Buffer, from: number, to: number, put: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]);

/** A stretch of a few bytes mostly, of many sometimes. */
function stretch(bytes: Buffer, draw: Draw): readonly [from: number, to: number] {
  const from = draw(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + draw(draw(4) === 0 ? bytes.length + 1 : 16))];
}

const CHANGES: readonly Change[] = [
  function flipBit(bytes, { draw }) {
    const copy = Buffer.from(bytes);
    const at = draw(copy.length);
    if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << draw(8));
    return copy;
  },
  function setByte(bytes, { draw }) {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[draw(copy.length)] = draw(256);
    return copy;
  },
  function setNumber(bytes, { draw }) {
    const copy = Buffer.from(bytes);
    const width = [1, 2, 4][draw(3)] ?? 1;
    const number = (NUMBERS[draw(NUMBERS.length)] ?? 0) % 2 ** (8 * width);
    if (copy.length < width) return copy;
    const at = draw(copy.length - width + 1);
    if (draw(2) === 0) copy.writeUIntLE(number, at, width);
    else copy.writeUIntBE(number, at, width);
    return copy;
  },
  function remove(bytes, { draw }) {
    const [from, to] = stretch(bytes, draw);
    return spliced(bytes, from, to, EMPTY);
  },
  function double(bytes, { draw }) {
    const [from, to] = stretch(bytes, draw);
    return bytes.length > LONGEST ? bytes : spliced(bytes, to, to, bytes.subarray(from, to));
  },
  function move(bytes, { draw }) {
    const [from, to] = stretch(bytes, draw);
    const rest = spliced(bytes, from, to, EMPTY);
    const at = draw(rest.length + 1);
    return spliced(rest, at, at, bytes.subarray(from, to));
  },
  function splice(bytes, { draw, other }) {
    const [from, to] = stretch(other, draw);
    const at = draw(bytes.length + 1);
    return spliced(bytes, at, draw(2) === 0 ? at : Math.min(bytes.length, at + to - from), other.subarray(from, to));
  },
  function cross(bytes, { draw, other }) {
    return Buffer.concat([bytes.subarray(0, draw(bytes.length + 1)), other.subarray(draw(other.length + 1))]);
  },
  insertToken,
  insertToken,
  insertToken,
  function overwriteWithToken(bytes, { draw, token }) {
    const [from, to] = stretch(bytes, draw);
    return spliced(bytes, from, to, token);
  },
  function truncate(bytes, { draw }) {
    return draw(3) === 0 ? bytes.subarray(0, draw(bytes.length + 1)) : bytes.subarray(0, bytes.length - draw(16));
  },
  function repeat(bytes, { draw, token }) {
    const [from, to] = stretch(bytes, draw);
    const unit = draw(2) === 0 && token.length > 0 ? token : bytes.subarray(from, to);
    const most = draw(4) !== 0 ? 64 : draw(24) === 0 ? LONGEST : LONG;
    const times = Math.floor(draw(most) / Math.max(1, unit.length));
    return bytes.length > LONGEST ? bytes : spliced(bytes, to, to, Buffer.alloc(times * unit.length, unit));
  },
];

function insertToken(bytes: Buffer, { draw, token }: Means): Buffer {
  const at = draw(bytes.length + 1);
  return spliced(bytes, at, at, token);
}

const EMPTY = Buffer.alloc(0);
