import { newLineFile } from './line-file.ts';

/** Rows that are printed when all is read. */
export interface RowFile {
  add(row: object): void;
  /** All rows in the order they came. */
  read(): Iterable<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

export async function newRowFile(): Promise<RowFile> {
  const file = await newLineFile();
  return {
    add: (row) => file.add(JSON.stringify(row)),
    *read() {
      for (const line of file.lines()) yield JSON.parse(line) as Readonly<Record<string, unknown>>;
    },
    close: () => file.close(),
  };
}
