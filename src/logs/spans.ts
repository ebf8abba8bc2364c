/** Takes bytes, tells where the lines of them are. Nothing of a chunk is kept, so its buffer may be used again. */
export interface SpanSplitter {
  push(bytes: Uint8Array): void;
  end(): void;
}
export interface SpanEvents {
  /** A line without its end, from `start` up to `end` of a longer text: most lines need no string of their own. */
  span(text: string, start: number, end: number): void;
  /** A line above the limit: its beginning. The rest of it is gone. */
  tooLong(start: string): void;
}

/** Bytes of one line. Stops a file without line ends from filling memory; a Postfix line has some hundreds. */
export const LINE_LIMIT = 1024 * 1024;
const SAMPLE_LENGTH = 200;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Splits at LF and CR LF. Bytes that are not UTF-8 become U+FFFD, and NULs stay: what a line is worth is its reader's
 * affair.
 */
export function spanSplitter({ span, tooLong }: SpanEvents): SpanSplitter {
  let carry: Buffer[] = [];
  let carried = 0;
  /** Within a line that is too long already. */
  let skipping = false;

  const lines = (bytes: Buffer): void => {
    // One decoding for many lines. It gives one byte to a character where they are ASCII, and is faster than asking first.
    const text = bytes.toString('utf8');
    for (let at = 0; at < text.length;) {
      const newline = text.indexOf('\n', at);
      const stop = newline === -1 ? text.length : newline;
      if (stop - at > LINE_LIMIT) tooLong(text.slice(at, at + SAMPLE_LENGTH));
      else span(text, at, stop > at && text.charCodeAt(stop - 1) === RETURN ? stop - 1 : stop);
      at = stop + 1;
    }
  };
  const keep = (bytes: Buffer): void => {
    if (bytes.length === 0 || skipping) return;
    carried += bytes.length;
    if (carried <= LINE_LIMIT) {
      carry.push(Buffer.from(bytes));
      return;
    }
    tooLong(Buffer.concat([...carry, bytes.subarray(0, SAMPLE_LENGTH)]).toString('utf8', 0, SAMPLE_LENGTH));
    skipping = true;
    carry = [];
  };

  return {
    push(chunk) {
      let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (carried > 0) {
        const first = bytes.indexOf(NEWLINE);
        if (first === -1) return keep(bytes);
        if (!skipping && carried + first <= LINE_LIMIT) lines(Buffer.concat([...carry, bytes.subarray(0, first + 1)]));
        else keep(bytes.subarray(0, first));
        carry = [];
        carried = 0;
        skipping = false;
        bytes = bytes.subarray(first + 1);
      }
      const last = bytes.lastIndexOf(NEWLINE);
      if (last >= 0) lines(bytes.subarray(0, last + 1));
      keep(bytes.subarray(last + 1));
    },
    end() {
      if (carried > 0 && !skipping) lines(Buffer.concat(carry));
      carry = [];
      carried = 0;
      skipping = false;
    },
  };
}
