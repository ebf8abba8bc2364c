import type { JsonObject } from './format.ts';
import { jsonBehind, mayHoldJson } from './json/behind-text.ts';
import { lineSplitter } from './lines.ts';
import { type RecordEvents, type RecordSplitter, VALUE_LIMIT } from './record-splitter.ts';
import { rowSplitter } from './row-splitter.ts';
import { hasLinesInRows, type Rows, rowObjects } from './shipped/row.ts';

/** Where objects stand that are not all there is: in cells of a table, at the end of lines of text; or rows that are told as one. */
export type Holder = 'cells' | 'lines' | 'rows';

/** `"{""event"":` begins a cell that is quoted as RFC 4180 has it. */
const QUOTED_CELL = /(?:^|[,;\t|])"\s*\[?\s*\{\s*(?:""|\})|(?:^|[,;\t|])"[^"]*[\s:]\[?\{""/m;

/** What the beginning of a text, which is no JSON itself, has objects in. */
export function holderOf(text: string): Holder | undefined {
  if (QUOTED_CELL.test(text)) return 'cells';
  if (hasLinesInRows(text)) return 'rows';
  return mayHoldJson(text) ? 'lines' : undefined;
}

/**
 * Objects that a database or the store of a log has put into a column of a table, or a program behind its stamp: exports of
 * PostgreSQL, Snowflake, BigQuery, Datadog, CloudWatch, Heroku, Rails. Lines without an object are another program's.
 */
export function heldSplitter(holder: Holder, events: RecordEvents): RecordSplitter {
  if (holder === 'rows') return wholeRowSplitter(events);
  return holder === 'cells' ? cellSplitter(events) : behindSplitter(events);
}

function cellSplitter({ record, unread }: RecordEvents): RecordSplitter {
  let columns: readonly string[] | undefined;
  return rowSplitter({
    row(cells) {
      const held = heldIn(cells, columns ?? []);
      if (held !== undefined) record(held);
      // The first row has the names of the columns.
      else if (columns !== undefined) unread('a row without JSON', cells.join(','));
      columns ??= cells;
    },
    unread,
  });
}

/** Rows of which each is a line of a log and what the store knows of it. */
function wholeRowSplitter({ record, unread }: RecordEvents): RecordSplitter {
  let rows: Rows | undefined;
  return rowSplitter({
    row(cells) {
      const isHead = rows === undefined;
      rows ??= rowObjects(cells);
      if (rows !== undefined && (!isHead || rows.isHeadless)) record(rows.objectOf(cells));
    },
    unread,
  });
}

/** One object for the row: what else stands in it, as the partition it was read from, is no event and none missed. */
function heldIn(cells: readonly string[], columns: readonly string[]): JsonObject | undefined {
  const held: Record<string, unknown> = {};
  let count = 0;
  for (const [at, cell] of cells.entries()) {
    const objects = jsonBehind(cell);
    if (objects === undefined) continue;
    held[columns[at] ?? String(at)] = objects.length === 1 ? objects[0] : objects;
    count += 1;
  }
  return count === 0 ? undefined : held;
}

function behindSplitter({ record, unread }: RecordEvents): RecordSplitter {
  return lineSplitter(
    {
      line(text) {
        const objects = jsonBehind(text);
        if (objects === undefined) {
          if (mayHoldJson(text)) unread('broken JSON', text);
          return;
        }
        for (const one of objects) record(one);
      },
      tooLong: (start) => unread('a line that is too long', start),
    },
    VALUE_LIMIT,
  );
}
