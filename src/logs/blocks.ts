import { type Block, NEWLINE, newBlock, ROOM, textOf } from './block.ts';

/** Takes bytes, tells where the lines of them are. Nothing of a chunk is kept, so its buffer may be used again. */
export interface BlockSplitter {
  push(bytes: Uint8Array): void;
  end(): void;
}
export interface BlockEvents {
  /** A line without its end, from `start` up to `end` of a block that is used again. */
  line(block: Block, start: number, end: number): void;
  /** A line above the limit: its beginning. The rest of it is gone. */
  tooLong(start: string): void;
}

/** Bytes of one line. Stops a file without line ends from filling memory; a Postfix line has some hundreds. */
export const LINE_LIMIT = 1024 * 1024;
const SAMPLE_LENGTH = 200;
/** Bytes to begin with: no more than what comes, and few enough to stay in the processor's cache. */
const FEWEST = 4 * 1024;
const MOST = 128 * 1024;
const RETURN = 0x0d;

/**
 * Splits at LF and CR LF. NULs before a line are what a machine leaves in a file when it loses its power; those within stay,
 * and what is not UTF-8: what a line is worth is its reader's affair.
 */
export function blockSplitter({ line, tooLong }: BlockEvents, limit = LINE_LIMIT): BlockSplitter {
  let block = newBlock(0);
  /** Bytes in it: the beginning of a line. */
  let used = 0;
  /** Within a line that is too long already. */
  let skipping = false;

  /** Where the text begins; where there is none, they are what the line is. */
  const behindNuls = (start: number, end: number): number => {
    let at = start;
    while (at < end && block.bytes[at] === 0) at += 1;
    return at < end ? at : start;
  };
  const tell = (start: number, stop: number): void => {
    if (stop - start > limit) return tooLong(textOf(block, start, start + SAMPLE_LENGTH));
    const end = stop > start && block.bytes[stop - 1] === RETURN ? stop - 1 : stop;
    line(block, block.bytes[start] === 0 ? behindNuls(start, end) : start, end);
  };
  /** Tells the lines that are whole, and moves the beginning of the next to the front. */
  const tellWhole = (from: number): void => {
    const { bytes } = block;
    // Nothing that is read beyond the last byte looks like more of a line.
    bytes[used] = NEWLINE;
    let at = 0;
    for (let stop = bytes.indexOf(NEWLINE, from); stop < used; stop = bytes.indexOf(NEWLINE, at)) {
      if (skipping) skipping = false;
      else tell(at, stop);
      at = stop + 1;
    }
    if (skipping) {
      used = 0;
      return;
    }
    if (at > 0) bytes.copyWithin(0, at, used);
    used -= at;
    if (used <= limit) return;
    tooLong(textOf(block, 0, SAMPLE_LENGTH));
    skipping = true;
    used = 0;
  };
  const growTo = (length: number): void => {
    const larger = newBlock(length);
    larger.bytes.set(block.bytes.subarray(0, used));
    block = larger;
  };

  return {
    push(chunk) {
      const wanted = Math.min(MOST, Math.max(FEWEST, 2 * chunk.length));
      if (block.bytes.length < wanted) growTo(wanted);
      for (let from = 0; from < chunk.length;) {
        // A line that is long wants a larger block, or it would be looked through for each few bytes of it.
        if (2 * used > block.bytes.length) growTo(2 * block.bytes.length);
        const taken = Math.min(chunk.length - from, block.bytes.length - ROOM - used);
        block.bytes.set(chunk.subarray(from, from + taken), used);
        const before = used;
        used += taken;
        from += taken;
        tellWhole(before);
      }
    },
    end() {
      block.bytes[used] = NEWLINE;
      if (used > 0 && !skipping) tell(0, used);
      used = 0;
      skipping = false;
    },
  };
}
