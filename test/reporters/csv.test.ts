import { expect, test } from 'vitest';
import { NO_INPUTS, type Cell } from '../../src/core/report.ts';
import csv from '../../src/reporters/csv.ts';
import { NASTY, nastyReport, plainCanvas } from './nasty.ts';

/** RFC 4180, written apart from the reporter. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      at += 1;
      while (at < text.length) {
        if (text[at] === '"' && text[at + 1] === '"') at += 1;
        else if (text[at] === '"') break;
        field += text[at];
        at += 1;
      }
      at += 1;
    } else
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"') throw new Error(`a quote inside a bare field at ${at}`);
        field += text[at];
        at += 1;
      }
    row.push(field);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`neither comma nor line's end at ${at}`);
  }
  return rows;
}

async function written(rows: readonly (readonly Cell[])[]): Promise<string> {
  let text = '';
  const report = { ...nastyReport, inputs: NO_INPUTS, table: () => rows };
  for await (const piece of csv.render(report, plainCanvas(80))) text += piece;
  return text;
}

test('every row parses back into its cells', async () => {
  const rows = parse(await written([['a', 'b', 'c'], ...NASTY.map((text) => [text, 1, undefined])]));
  expect(rows).toHaveLength(NASTY.length + 1);
  for (const row of rows) expect(row).toHaveLength(3);
});

test('plain text stays as it is', async () => {
  const cells = ['plain', 'with "quotes"', 'a,b', 'ümlaut 漢字 📬', ''];
  expect(parse(await written([cells]))).toEqual([cells]);
});

test('what a spreadsheet would run begins with an apostrophe; numbers stay numbers', async () => {
  expect(await written([['=cmd()', '+1', '-1', '@x', -1, 1.5, true, undefined]])).toBe(
    "'=cmd(),'+1,'-1,'@x,-1,1.5,true,\r\n",
  );
});

test('a line’s end in a cell is shown, not written', async () => {
  expect(await written([['a\r\nb']])).toBe('a\\x0d\\x0ab\r\n');
});
