/**
 * Bytes of many lines. Most lines of a log need no string of their own: they are read where they lie, and compared four
 * bytes at a time. Whoever keeps something makes a text of it; the block is used again.
 */
export interface Block {
  /** A `Buffer`, which is not said here: users of the library may be without Node's types. */
  readonly bytes: Uint8Array;
  /** Of the same memory. */
  readonly view: DataView;
}

/** Bytes of room behind the last that is used, so that a whole word may be read from wherever a line is looked at. */
export const ROOM = 64;
export const NEWLINE = 0x0a;

export function newBlock(length: number): Block {
  const memory = new ArrayBuffer(length + ROOM);
  return { bytes: Buffer.from(memory), view: new DataView(memory) };
}

/** All blocks are made by `newBlock`. */
const bufferOf = ({ bytes }: Block): Buffer => bytes as Buffer;

/** A part of it as a text, which may be kept. Bytes that are not UTF-8 become U+FFFD. */
export const textOf = (block: Block, start: number, end: number): string =>
  bufferOf(block).toString('utf8', start, end);

/** A part of it with one character for each byte: places in the text are places in the block. */
export const plainTextOf = (block: Block, start: number, end: number): string =>
  bufferOf(block).toString('latin1', start, end);

/** Copies a part of a block into another. */
export function copyInto(target: Block, at: number, source: Block, start: number, end: number): void {
  bufferOf(source).copy(target.bytes, at, start, end);
}

/** Where a byte stands first between `from` and `end`; `end` where it does not. */
export function byteAt({ bytes }: Block, byte: number, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== byte) at += 1;
  return at;
}

/** A text as a block of its own, for lines that come as texts. The same memory is used for the next. */
export function textBlocks(): (text: string) => { readonly block: Block; readonly end: number } {
  let block = newBlock(FIRST_LENGTH);
  return (text) => {
    const most = MOST_BYTES * text.length + ROOM;
    if (block.bytes.length < most) block = newBlock(most);
    const end = bufferOf(block).write(text, 'utf8');
    block.bytes[end] = NEWLINE;
    return { block, end };
  };
}
const FIRST_LENGTH = 4096;
/** Of UTF-8 for one character of a text. */
const MOST_BYTES = 3;
