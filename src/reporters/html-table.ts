import type { Block, Column, Line } from '../core/page.ts';
import { lineHtml, narrowHtml } from './html-text.ts';
import { plainText, runsOf } from './runs.ts';
import { markupText } from './xml-text.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A column whose cells are all this short stays on one line; the others share what room is left. */
const SHORT = 30;

/** A table that scrolls by itself where the screen is too narrow, and can be scrolled with the keyboard. */
export function* tableHtml({ columns, rows }: Table, label: string): Generator<string> {
  const classes = columns.map((column, index) =>
    classOf(
      column,
      rows.every(({ cells }) => plainText(runsOf(cells[index] ?? '')).length <= SHORT),
    ),
  );
  yield `<div class="scroll" role="region" aria-label="${markupText(label)}" tabindex="0">\n<table>\n<thead><tr>`;
  for (const [index, { title }] of columns.entries()) yield `<th scope="col"${classes[index]}>${lineHtml(title)}</th>`;
  yield '</tr></thead>\n';
  // What is said below a row belongs to it, so each row is a body of its own.
  for (const { cells, below = [] } of rows) {
    yield `<tbody><tr>${cells.map((cell, index) => cellHtml(cell, index, classes[index] ?? '', columns[index]?.title ?? '')).join('')}</tr>`;
    if (below.length > 0)
      yield `<tr class="below"><td colspan="${columns.length}">${below.map((line) => lineHtml(line)).join('<br>')}</td></tr>`;
    yield '</tbody>\n';
  }
  yield '</table>\n</div>\n';
}

/** On a phone there are no columns: a cell has its title beside it. */
function cellHtml(cell: Line, index: number, attribute: string, title: string): string {
  const said = attribute === '' ? narrowHtml(cell) : lineHtml(cell);
  if (index === 0) return `<th scope="row"${attribute}>${said}</th>`;
  return `<td${attribute} data-title="${markupText(title)}">${said}</td>`;
}

const classOf = ({ align }: Column, short: boolean): string =>
  align === 'right' ? ' class="number"' : short ? ' class="short"' : '';
