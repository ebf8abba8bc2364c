import { timestamp } from '../core/format.ts';
import type { DmarcRecord, ReportHead } from '../reports/aggregate/row.ts';
import { newLineFile } from '../reports/line-file.ts';
import { sharedParts } from './shared-parts.ts';

/** A row as `--format jsonl` prints it, before its stream is known. */
export type PrintedRow = Readonly<Record<string, unknown>>;

/**
 * Keeps rows until it is known whose they are: that takes the whole period, and the rows may not fit in memory. So they
 * wait in a temporary file, each with the key of its tally, behind the head of its report.
 */
export interface RowStore {
  add(head: ReportHead, record: DmarcRecord, key: number): void;
  /** All rows in the order they were read, from the mark on. */
  read(): Iterable<{ readonly row: PrintedRow; readonly key: number }>;
  /** Where the next row will be. */
  end(): number;
  /** Leaves rows out of what is read: those before one that `end` told; none for 0. */
  startAt(mark: number): void;
  close(): Promise<void>;
}

/** Begins the line of a report's head, and of what rows share; a row's own line begins with its key. */
const HEAD = '#';
const PART = '@';

export async function newRowStore(): Promise<RowStore> {
  const file = await newLineFile();
  let headWritten: ReportHead | undefined;
  const parts = sharedParts();
  let start = 0;
  return {
    add(head, record, key) {
      if (head !== headWritten) file.add(`${HEAD}${JSON.stringify(printedHead(head))}`);
      headWritten = head;
      const { sourceIp, count, ...rest } = record;
      const { number, isNew } = parts.of(record);
      if (isNew) file.add(`${PART}${number} ${JSON.stringify(rest)}`);
      file.add(`${key} ${number} ${count} ${JSON.stringify(sourceIp)}`);
    },
    end() {
      // What is read from here on needs its report's head, and what it shares, again.
      headWritten = undefined;
      parts.forget();
      return file.end();
    },
    startAt(mark) {
      start = mark;
    },
    *read() {
      let head: PrintedRow = {};
      const shared: PrintedRow[] = [];
      for (const line of file.lines(start)) {
        if (line.startsWith(HEAD)) {
          head = JSON.parse(line.slice(HEAD.length)) as PrintedRow;
          continue;
        }
        const [first = '', second = '', count = ''] = line.split(' ', 3);
        if (line.startsWith(PART)) {
          shared[Number(first.slice(PART.length))] = JSON.parse(line.slice(first.length + 1)) as PrintedRow;
          continue;
        }
        const sourceIp: unknown = JSON.parse(line.slice(first.length + second.length + count.length + 3));
        yield { row: { ...head, sourceIp, count: Number(count), ...shared[Number(second)] }, key: Number(first) };
      }
    },
    close: () => file.close(),
  };
}

/** The fields of a report, which all its rows have. */
function printedHead({ begin, end, ...report }: ReportHead): PrintedRow {
  return { ...report, begin: timestamp(begin), end: timestamp(end) };
}
