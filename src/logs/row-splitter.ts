import { lineSplitter } from './lines.ts';

/** Takes bytes, gives rows of cells. */
export interface RowSplitter {
  push(bytes: Uint8Array): void;
  end(): void;
}
export interface RowEvents {
  row(cells: readonly string[]): void;
  unread(why: string, text: string): void;
}

/** Rows as RFC 4180 has them, with the delimiter that the header line uses. */
export function rowSplitter({ row, unread }: RowEvents): RowSplitter {
  let delimiter: string | undefined;
  return lineSplitter({
    line(text) {
      delimiter ??= [',', ';', '\t', '|'].toSorted((a, b) => text.split(b).length - text.split(a).length)[0] ?? ',';
      row(text.split(delimiter));
    },
    tooLong: (start) => unread('a line that is too long', start),
  });
}
