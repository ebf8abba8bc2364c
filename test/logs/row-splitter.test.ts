import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowSplitter } from '../../src/logs/row-splitter.ts';
import { cpuTime } from '../support/cpu-time.ts';

function split(bytes: Uint8Array | string, length = 65_536): { rows: string[][]; unread: string[] } {
  const found = { rows: [] as string[][], unread: [] as string[] };
  const splitter = rowSplitter({
    row: (cells) => void found.rows.push([...cells]),
    unread: (why, text) => void found.unread.push(`${why}: ${text.slice(0, 20)}`),
  });
  const whole = Buffer.from(bytes as string);
  for (let at = 0; at < whole.length; at += length) {
    const copy = Uint8Array.from(whole.subarray(at, at + length));
    splitter.push(copy);
    copy.fill(0x58); // the buffer is used again
  }
  splitter.end();
  return found;
}
const rowsOf = (bytes: Uint8Array | string): string[][] => split(bytes).rows;
const MIB = 1024 * 1024;

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '€', '"', ',', ';', '\n', ' ', '#', '0'), maxLength: 8 });
const rowsArbitrary = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));
const written = (rows: readonly string[][], delimiter: string): string =>
  rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

test('what RFC 4180 writes is read back, by any delimiter, in any encoding, in chunks of any length', () => {
  const encodings = [
    (text: string) => Buffer.from(text),
    (text: string) => Buffer.from(`\uFEFF${text}`),
    (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  ];
  fc.assert(
    fc.property(
      rowsArbitrary,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom(...encodings),
      fc.integer({ min: 1, max: 9 }),
      (rows, delimiter, encode, length) => {
        const header = rows[0]!.map((_, at) => `name${at}`);
        const body = rows.filter((row) => row.some((one) => one !== ''));
        expect(split(encode(written([header, ...body], delimiter)), length)).toEqual({
          rows: [header, ...body],
          unread: [],
        });
      },
    ),
  );
});

test('rows are the same in chunks of any length, whatever the bytes', () => {
  const byte = fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x41, 0xe9, 0xc3, 0xa9, 0x00, 0x23, 0x3b);
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 200 }), fc.integer({ min: 1, max: 7 }), (bytes, length) => {
      const whole = Uint8Array.from(bytes);
      expect(split(whole, length)).toEqual(split(whole));
    }),
  );
});

test.each([
  ['the delimiter Excel tells', 'sep=;\na;b\n1,5;2\n', ['a', 'b'], ['1,5', '2']],
  ['a delimiter in quotes is none', '"a,b,c,d";e\n1;2\n', ['a,b,c,d', 'e'], ['1', '2']],
  ['comments before the column names', '# exported\n\n# by hand\na,b\n1,2\n', ['a', 'b'], ['1', '2']],
  ['column names that look like a comment', '#time,event,email\n1,2,3\n', ['time', 'event', 'email'], ['1', '2', '3']],
  ['fields of an Exchange log', '#Software: x\n#Fields: a,b\n1,2\n', ['a', 'b'], ['1', '2']],
  ['fields of a W3C log', '#Fields: a b\n1 2\n', ['a', 'b'], ['1', '2']],
  ['column names again in the middle', 'a,b\n1,2\na,b\n3,4\n', ['a', 'b'], ['1', '2'], ['3', '4']],
  ['ragged rows as they stand', 'a,b\n1\n1,2,3\n', ['a', 'b'], ['1'], ['1', '2', '3']],
  ['line breaks in column names', '"a\nb",c\n1,2\n', ['a\nb', 'c'], ['1', '2']],
  ['a blank before a quote', 'a,b\n1, "x,y"\n', ['a', 'b'], ['1', 'x,y']],
  ['a quote within a cell', 'a\tb\n5" disk\t2\n', ['a', 'b'], ['5" disk', '2']],
  ['text behind a closing quote', 'a\tb\n"Hello" world\t2\n3\t4\n', ['a', 'b'], ['Hello world', '2'], ['3', '4']],
  ['a quote that is never closed', 'a,b\n"1,2\n3,4\n', ['a', 'b'], ['"1', '2'], ['3', '4']],
  ['a stray quote that another row closes', 'a,b\n"1,2\n3,4\n"5,6\n', ['a', 'b'], ['"1', '2'], ['3', '4'], ['"5', '6']],
  ['NULs of a crash', `a,b\n${'\0'.repeat(4)}1,2\n`, ['a', 'b'], ['1', '2']],
  ['lines that end with CR', 'a,b\r1,2\r', ['a', 'b'], ['1', '2']],
])('%s', (_, text, ...wanted) => expect(rowsOf(text)).toEqual(wanted));

test('UTF-16 without a mark is known by its zeros', () => {
  expect(rowsOf(Buffer.from('a;b\né;2\n', 'utf16le'))).toEqual([
    ['a', 'b'],
    ['é', '2'],
  ]);
});

test('Latin letters of Windows stand beside UTF-8, line by line', () => {
  const bytes = Buffer.concat([Buffer.from('a,b\nzurück,1\n'), Buffer.from('zurück,2\n', 'latin1')]);
  expect(rowsOf(bytes)).toEqual([
    ['a', 'b'],
    ['zurück', '1'],
    ['zurück', '2'],
  ]);
});

test('a line of 100 MB is told once, and the rows around it are read', () => {
  const long = Buffer.alloc(100 * MIB, 'x');
  const { rows, unread } = split(Buffer.concat([Buffer.from('a,b\n1,2\n'), long, Buffer.from('\n3,4\n')]));
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(unread).toEqual([`a row that is too long: ${'x'.repeat(20)}`]);
});

test('a quote that is never closed swallows no file', () => {
  const many = Array.from({ length: 600_000 }, (_, n) => `${n},x`);
  const { rows, unread } = split(`a,b\n"0,2\n${many.join('\n')}\n`);
  expect(rows.length).toBe(600_002);
  expect(unread).toEqual([]);
});

test('hostile quotes cost no more than others', () => {
  const started = cpuTime();
  split(`a,b\n${'"a""\n'.repeat(100_000)}`);
  split(`a,b\n${'"'.repeat(900_000)}\n`.repeat(4));
  split(`a,b\n"${'""\n'.repeat(300_000)}`);
  expect(cpuTime() - started).toBeLessThan(15_000);
});
