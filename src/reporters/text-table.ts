import type { Block, Column, Run } from '../core/page.ts';
import { cut, padEnd, padStart } from './layout.ts';
import type { Canvas } from './reporter.ts';
import { painted, plainText, runsOf, runsWidth, wrappedRuns } from './runs.ts';
import { planTable, type TablePlan } from './table-plan.ts';

const GAP = '  ';
const BELOW = '      ';
/** Lines a cell may take, the rest is cut: nobody's 64 kB of text push the table off the screen. */
const MOST_LINES = 4;
/** A name that would be broken in a column narrower than this stands above its row instead. */
const BREAKS_FROM = 20;

type Table = Extract<Block, { kind: 'table' }>;
type Cell = readonly Run[];

/**
 * A table with columns as wide as they need. Where the page is too narrow, what may drop stands below its row, then the
 * columns that may shrink give way and wrap, and names that are too long for theirs stand above their rows.
 */
export function* tableLines(table: Table, canvas: Canvas): Generator<string> {
  const rows = table.rows.map((row) => row.cells.map((cell) => runsOf(cell)));
  const natural = table.columns.map((column, index) =>
    Math.max(runsWidth(runsOf(column.title)), ...rows.map((cells) => runsWidth(cells[index] ?? []))),
  );
  const plan = planTable(table.columns, natural, canvas.width);
  const staying = <T>(items: readonly T[]): T[] => items.filter((_, index) => plan.stays[index] === true);

  const columns = staying(table.columns);
  const titles = columns.map((column): Cell => runsOf([{ text: column.title, tone: 'muted' }]));
  yield* rowLines(titles, columns, plan, canvas);
  for (const [index, cells] of rows.entries()) {
    yield* rowLines(staying(cells), columns, plan, canvas);
    const dropped = cells.flatMap((cell, at) =>
      plan.stays[at] === true || runsWidth(cell) === 0 ? [] : droppedCell(cell, table.columns[at]),
    );
    const room = canvas.width - BELOW.length;
    for (const below of [...besides(dropped, room), ...(table.rows[index]?.below ?? []).map((line) => runsOf(line))])
      for (const part of wrappedRuns(below, room)) yield BELOW + painted(part, canvas);
  }
}

/** A number says nothing without its title; where there is none there is nothing to say. */
function droppedCell(cell: Cell, column: Column | undefined): readonly Cell[] {
  if (column?.align !== 'right') return [cell];
  return plainText(cell) === '–' ? [] : [[...cell, { text: ` ${column.title}` }]];
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

function* rowLines(
  cells: readonly Cell[],
  columns: readonly Column[],
  plan: TablePlan,
  canvas: Canvas,
): Generator<string> {
  const widths = spilled(cells, columns, plan);
  const isLifted = cells
    .slice(0, plan.naming)
    .some((cell, index) => (widths[index] ?? 0) < BREAKS_FROM && runsWidth(cell) > (widths[index] ?? 0));
  const above = isLifted ? plan.naming : 0;
  const room = canvas.width - plan.gap.length;
  for (const name of besides(cells.slice(0, above), room))
    for (const part of cellLines(name, room)) yield plan.gap + painted(part, canvas);
  const wrapped = cells.map((cell, index) => (index < above ? [] : cellLines(cell, widths[index] ?? 0)));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  for (let line = 0; line < height; line += 1)
    yield wrapped
      .map((lines, index) => {
        const text = painted(lines[line] ?? [], canvas);
        const pad = columns[index]?.align === 'right' ? padStart : padEnd;
        return plan.gap + pad(text, widths[index] ?? 0);
      })
      .join('');
}

/** The widths in one row: what names it may take the blanks in front of the number beside it. */
function spilled(cells: readonly Cell[], columns: readonly Column[], { widths, naming }: TablePlan): readonly number[] {
  const [name, number] = [naming - 1, naming];
  const [own = 0, beside = 0] = [widths[name], widths[number]];
  if (name < 0 || columns[number]?.align !== 'right') return widths;
  const blanks = Math.max(0, beside - runsWidth(cells[number] ?? []));
  const missing = runsWidth(cells[name] ?? []) - own;
  if (missing <= 0 || missing > blanks) return widths;
  return widths.with(name, own + missing).with(number, beside - missing);
}

/** Blanks that do not break, at the beginning, indent the whole cell. */
const INDENT = /^\u00A0*/;

function cellLines(cell: Cell, columns: number): readonly Cell[] {
  const [indent = ''] = INDENT.exec(plainText(cell)) ?? [];
  const broken = wrappedRuns(cell, columns, columns - indent.length, 'punctuation');
  const lines =
    indent === '' ? broken : broken.map((line, index) => (index === 0 ? line : [{ text: indent }, ...line]));
  if (lines.length <= MOST_LINES) return lines;
  const kept = lines.slice(0, MOST_LINES);
  const last = cut(plainText(kept.at(-1) ?? []), columns - 1);
  return [...kept.slice(0, -1), [{ text: last.endsWith('…') ? last : `${last}…` }]];
}
