import { bufferOf } from './charset.ts';
import { isField } from './header.ts';
import { breakBefore, endsLine, lineEnd } from './lines.ts';

/** A mailbox taken apart; content is valid until the next chunk is handed in. */
export type MboxPiece =
  | { readonly kind: 'message' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };

export interface MboxReader {
  push(bytes: Uint8Array): readonly MboxPiece[];
  end(): readonly MboxPiece[];
}

const EMPTY = Buffer.alloc(0);
const FROM = Buffer.from('From ');
/** What an editor puts in front of a file it saves. */
const MARK = Buffer.from('\uFEFF');
const QUOTE = 0x3e;
/** Bytes that show whether a line and the one below it begin a message. Stops a line without an end from being held. */
const SEEN_BYTES = 1000;
const DATE = /\b(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s.*\d{1,2}:\d{2}/i;
const YEAR_OR_TIME = /\b(?:19|20)\d{2}\b|\d{1,2}:\d{2}/;
const BARE_SENDER = /^From (?:-|\S+@\S*|mailer-daemon)\s*$/i;

/**
 * Takes an mbox apart (RFC 4155 and what is older). A line that begins with `From ` begins a message where a header follows
 * it; dates are as odd as they are. Quoted ones, `>From `, lose one `>` (mboxrd, and all that mboxo can mean).
 */
export function createMboxReader(): MboxReader {
  let pieces: MboxPiece[] = [];
  let carry: Buffer = EMPTY;
  let begun = false;
  let lineStart = true;
  let opened = false;

  const emit = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    lineStart = endsLine(bytes.at(-1));
    pieces.push({ kind: 'bytes', bytes });
  };

  const read = (bytes: Uint8Array, last: boolean): readonly MboxPiece[] => {
    let data = carry.length === 0 ? bufferOf(bytes) : Buffer.concat([carry, bytes]);
    pieces = [];
    if (!opened) {
      opened = last || data.length >= MARK.length;
      if (opened) data = behindMark(data);
    }
    const at = opened ? readThrough(data, last) : 0;
    carry = Buffer.from(data.subarray(at));
    if (last && begun) pieces.push({ kind: 'end' });
    return pieces;
  };

  /** Where what has to be kept for the next chunk begins. */
  const readThrough = (data: Buffer, last: boolean): number => {
    let at = 0;
    for (let from = 0; ;) {
      const found = data.indexOf(FROM, from);
      if (found === -1) break;
      from = found + FROM.length;
      let line = found;
      while (line > at && data[line - 1] === QUOTE) line -= 1;
      if (!(line === at ? lineStart : endsLine(data[line - 1]))) continue;
      if (line < found) {
        emit(data.subarray(at, line));
        at = line + 1;
        // Without its `>` it would begin a message, should the next chunk be needed to see the line to its end.
        lineStart = false;
        continue;
      }
      const start = breakBefore(data, line, at);
      // Too little of it has come to tell what it is.
      if (data.length - line < SEEN_BYTES && !last) {
        const kept = breakBefore(data, start, at);
        emit(data.subarray(at, kept));
        return kept;
      }
      const blank = start < line && (start === at ? lineStart : endsLine(data[start - 1]));
      const end = separator(data.subarray(line, line + SEEN_BYTES), blank || !begun);
      if (end === undefined) continue;
      emit(data.subarray(at, start));
      if (begun) pieces.push({ kind: 'end' });
      pieces.push({ kind: 'message' });
      begun = true;
      at = line + end;
      from = at;
      lineStart = true;
    }
    const keep = last ? data.length : undecided(data, at);
    emit(data.subarray(at, keep));
    return keep;
  };

  return { push: (bytes) => read(bytes, false), end: () => read(EMPTY, true) };
}

const behindMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, MARK.length).equals(MARK) ? bytes.subarray(MARK.length) : bytes;

/** Where the header begins if this line begins a message. Without a blank line before it, it must say a date in full. */
function separator(bytes: Buffer, blankBefore: boolean): number | undefined {
  const end = lineEnd(bytes, 0, true);
  if (end === undefined) return undefined;
  const below = bytes.toString('latin1', end.next).split(/[\r\n]/, 1)[0] ?? '';
  if (!isField(below) && !/^>?From /.test(below)) return undefined;
  const line = bytes.toString('latin1', 0, end.stop);
  const says = blankBefore ? YEAR_OR_TIME.test(line) || BARE_SENDER.test(line) : DATE.test(line);
  return says ? end.next : undefined;
}

/** Where the end of a chunk begins to look like a line that begins a message, blank line and all. */
function undecided(data: Buffer, at: number): number {
  const tail = /[\r\n]*>{0,20}(?:F(?:r(?:o(?:m ?)?)?)?)?$/.exec(
    data.toString('latin1', Math.max(at, data.length - 40)),
  );
  return data.length - (tail?.[0].length ?? 0);
}

/** Whether a text begins as an mbox does. */
export const beginsMbox = (head: Uint8Array): boolean => {
  const bytes = behindMark(bufferOf(head)).subarray(0, SEEN_BYTES);
  return bytes.subarray(0, FROM.length).equals(FROM) && separator(bytes, true) !== undefined;
};
