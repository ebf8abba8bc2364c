import type { Block, Column, Run } from '../core/page.ts';
import { cut, padEnd, padStart } from './layout.ts';
import type { Canvas } from './reporter.ts';
import { painted, plainText, runsOf, runsWidth, wrappedRuns } from './runs.ts';

const GAP = '  ';
const BELOW = '      ';
/** Narrower than this a column helps nobody. */
const NARROWEST = 12;
/** Lines a cell may take, the rest is cut: nobody's 64 kB of text push the table off the screen. */
const MOST_LINES = 4;

type Table = Extract<Block, { kind: 'table' }>;
type Cell = readonly Run[];

/**
 * A table with columns as wide as they need. Where the page is too narrow, what may drop stands below its row, then the
 * columns that may shrink give way and wrap.
 */
export function* tableLines(table: Table, canvas: Canvas): Generator<string> {
  const rows = table.rows.map((row) => row.cells.map((cell) => runsOf(cell)));
  const natural = table.columns.map((column, index) =>
    Math.max(runsWidth(runsOf(column.title)), ...rows.map((cells) => runsWidth(cells[index] ?? []))),
  );
  const over = totalWidth(natural) - canvas.width;
  const stays = table.columns.map(({ drops }) => over <= 0 || drops !== true);
  const staying = <T>(items: readonly T[]): T[] => items.filter((_, index) => stays[index] === true);

  const columns = staying(table.columns);
  const widths = narrowed(staying(natural), columns, totalWidth(staying(natural)) - canvas.width);
  const titles = columns.map((column): Cell => runsOf([{ text: column.title, tone: 'muted' }]));
  yield* rowLines(titles, columns, widths, canvas);
  for (const [index, cells] of rows.entries()) {
    yield* rowLines(staying(cells), columns, widths, canvas);
    const dropped = cells.filter((cell, at) => stays[at] === false && runsWidth(cell) > 0);
    const room = canvas.width - BELOW.length;
    for (const below of [...besides(dropped, room), ...(table.rows[index]?.below ?? []).map((line) => runsOf(line))])
      for (const part of wrappedRuns(below, room)) yield BELOW + painted(part, canvas);
  }
}

/** Cells that fit beside one another share a line. */
function besides(cells: readonly Cell[], room: number): Cell[] {
  const lines: Cell[] = [];
  for (const cell of cells) {
    const last = lines.at(-1);
    if (last !== undefined && runsWidth(last) + GAP.length + runsWidth(cell) <= room)
      lines[lines.length - 1] = [...last, { text: GAP }, ...cell];
    else lines.push(cell);
  }
  return lines;
}

const totalWidth = (widths: readonly number[]): number =>
  widths.reduce((sum, columns) => sum + columns + GAP.length, 0);

function* rowLines(
  cells: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  canvas: Canvas,
): Generator<string> {
  const wrapped = cells.map((cell, index) => cellLines(cell, widths[index] ?? 0));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  for (let line = 0; line < height; line += 1)
    yield wrapped
      .map((lines, index) => {
        const text = painted(lines[line] ?? [], canvas);
        const pad = columns[index]?.align === 'right' ? padStart : padEnd;
        return GAP + pad(text, widths[index] ?? 0);
      })
      .join('');
}

function cellLines(cell: Cell, columns: number): readonly Cell[] {
  const lines = wrappedRuns(cell, columns, columns, 'punctuation');
  if (lines.length <= MOST_LINES) return lines;
  const kept = lines.slice(0, MOST_LINES);
  const last = cut(plainText(kept.at(-1) ?? []), columns - 1);
  return [...kept.slice(0, -1), [{ text: last.endsWith('…') ? last : `${last}…` }]];
}

/** Takes what is too much from the widest columns that may shrink, a column of the page at a time. */
function narrowed(natural: readonly number[], columns: readonly Column[], over: number): number[] {
  const widths = [...natural];
  for (let left = over; left > 0; left -= 1) {
    const shrinkable = widths.map((columnsTaken, index) => (columns[index]?.shrinks === true ? columnsTaken : 0));
    const widest = shrinkable.indexOf(Math.max(...shrinkable));
    if ((widths[widest] ?? 0) <= NARROWEST || shrinkable[widest] === 0) return widths;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
