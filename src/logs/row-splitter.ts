import { quotedRow } from './quoted-row.ts';
import { type Decoder, encodingOf, type TableEncoding, textOfLines } from './row-text.ts';
import { tableHeadFinder } from './table-head.ts';

/** Takes bytes, gives rows of cells. Nothing of a chunk is kept, so its buffer may be used again. */
export interface RowSplitter {
  push(bytes: Uint8Array): void;
  end(): void;
}
export interface RowEvents {
  /** The column names first, then every row. */
  row(cells: readonly string[]): void;
  unread(why: string, text: string): void;
  /** Of what is not UTF-8; Windows-1252 by default. */
  readonly encoding?: string | undefined;
}

/** Bytes of one line. Stops a file without line ends from filling memory. */
const LINE_LIMIT = 1024 * 1024;
/** Characters of one row. Stops a quote that is never closed from swallowing the file; whole bounces stand in a cell. */
const ROW_LIMIT = 4 * 1024 * 1024;
/** Bytes looked at before it is decided how to read the rest. */
const SNIFFED = 4096;
const SAMPLE_LENGTH = 200;

/**
 * Rows as RFC 4180 has them, and as they are: any of four delimiters, UTF-8, UTF-16 or Windows-1252, `sep=;`, comments
 * before the column names, column names again where files were joined. Ragged rows come as they stand.
 */
export function rowSplitter(events: RowEvents): RowSplitter {
  const rows = rowAssembly(events);
  const otherwise = events.encoding === undefined ? undefined : new TextDecoder(events.encoding);
  const start: Buffer[] = [];
  let started = 0;
  let lines: RowSplitter | undefined;

  const open = (): RowSplitter => {
    const bytes = Buffer.concat(start);
    start.length = 0;
    const encoding = encodingOf(bytes);
    const opened = encoding.utf16 === undefined ? tableLines(rows, encoding, otherwise) : transcoded(rows, encoding);
    opened.push(bytes.subarray(encoding.mark));
    return opened;
  };
  return {
    push(chunk) {
      if (lines !== undefined) return lines.push(chunk);
      start.push(Buffer.from(chunk));
      started += chunk.length;
      if (started >= SNIFFED) lines = open();
    },
    end() {
      (lines ??= open()).end();
      rows.end();
    },
  };
}

function transcoded(rows: RowAssembly, encoding: TableEncoding): RowSplitter {
  const decoder = new TextDecoder(encoding.utf16);
  const lines = tableLines(rows, encoding);
  return {
    push: (bytes) => lines.push(Buffer.from(decoder.decode(bytes, { stream: true }))),
    end() {
      lines.push(Buffer.from(decoder.decode()));
      lines.end();
    },
  };
}

/** Cuts bytes into lines. */
function tableLines(rows: RowAssembly, { newline }: TableEncoding, otherwise?: Decoder): RowSplitter {
  let carry: Buffer[] = [];
  let carried = 0;
  let skipping = false;
  const end = String.fromCodePoint(newline);

  const whole = (bytes: Buffer): void => {
    const text = textOfLines(bytes, newline, otherwise);
    for (let at = 0; at < text.length;) {
      const found = text.indexOf(end, at);
      const stop = found === -1 ? text.length : found;
      if (stop - at > LINE_LIMIT) rows.tooLong(text.slice(at, at + SAMPLE_LENGTH));
      else rows.line(text.charCodeAt(stop - 1) === 0x0d && stop > at ? text.slice(at, stop - 1) : text.slice(at, stop));
      at = stop + 1;
    }
  };
  const keep = (bytes: Buffer): void => {
    if (bytes.length === 0) return;
    carried += bytes.length;
    if (skipping) return;
    carry.push(Buffer.from(bytes));
    if (carried <= LINE_LIMIT) return;
    rows.tooLong(Buffer.concat(carry).toString('utf8', 0, SAMPLE_LENGTH));
    skipping = true;
    carry = [];
  };
  const ended = (): void => {
    carry = [];
    carried = 0;
    skipping = false;
  };
  return {
    push(chunk) {
      let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (carried > 0) {
        const first = bytes.indexOf(newline);
        if (first === -1) return keep(bytes);
        keep(bytes.subarray(0, first + 1));
        if (!skipping) whole(Buffer.concat(carry));
        ended();
        bytes = bytes.subarray(first + 1);
      }
      const last = bytes.lastIndexOf(newline);
      if (last >= 0) whole(bytes.subarray(0, last + 1));
      keep(bytes.subarray(last + 1));
    },
    end() {
      if (carried > 0 && !skipping) whole(Buffer.concat(carry));
      ended();
    },
  };
}

interface RowAssembly {
  line(text: string): void;
  tooLong(start: string): void;
  end(): void;
}

/** Puts lines together to rows where a cell spans several, and finds the column names. */
function rowAssembly({ row, unread }: RowEvents): RowAssembly {
  const find = tableHeadFinder();
  let delimiter: string | undefined;
  let quoted = quotedRow(',');
  let columns: readonly string[] | undefined;
  /** Lines of a row whose last quote is still open. */
  let held: string[] = [];
  let heldLength = 0;

  const give = (cells: readonly string[]): void => {
    if (columns === undefined) columns = cells;
    // Files joined with their column names.
    else if (cells[0] === columns[0] && isSame(cells, columns)) return;
    row(cells);
  };
  const forget = (): void => {
    quoted.reset();
    held = [];
    heldLength = 0;
  };
  /** A quote that was none: what lies below it are rows of their own. */
  const release = (by: string): void => {
    const lines = held;
    forget();
    for (const text of lines) {
      if (text === '') continue;
      const cells = quoted.feed(text);
      quoted.reset();
      give(cells ?? text.split(by));
    }
  };
  const complete = (cells: readonly string[], by: string): void => {
    // A stray quote was closed by that of another row: both have their cells without it.
    const isStray =
      (quoted.isDoubtful() || cells.length !== columns?.length) && held[0]?.split(by).length === columns?.length;
    if (isStray) return release(by);
    forget();
    give(cells);
  };
  const add = (text: string, by: string): void => {
    if (held.length === 0 && !text.includes('"')) {
      if (text !== '') give(text.split(by));
      return;
    }
    const cells = quoted.feed(text);
    if (cells !== undefined && held.length === 0) {
      quoted.reset();
      give(cells);
      return;
    }
    held.push(text);
    heldLength += text.length + 1;
    if (cells !== undefined) complete(cells, by);
    else if (heldLength > ROW_LIMIT) release(by);
  };
  return {
    line(text) {
      if (delimiter !== undefined) return add(text, delimiter);
      if (text.trim() === '') return;
      const head = find(text);
      if (head === undefined) return;
      delimiter = head.delimiter;
      quoted = quotedRow(delimiter);
      for (const line of head.lines) add(line, delimiter);
    },
    tooLong(start) {
      unread('a row that is too long', held[0]?.slice(0, SAMPLE_LENGTH) ?? start);
      forget();
    },
    end() {
      if (held.length > 0 && delimiter !== undefined) release(delimiter);
    },
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell === b[at]);
