import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineSplitter } from '../../src/logs/lines.ts';
import { LINE_LIMIT } from '../../src/logs/blocks.ts';

function split(chunks: readonly Uint8Array[]): { readonly lines: string[]; readonly tooLong: string[] } {
  const found = { lines: [] as string[], tooLong: [] as string[] };
  const splitter = lineSplitter({
    line: (text) => void found.lines.push(text),
    tooLong: (start) => void found.tooLong.push(start),
  });
  for (const chunk of chunks) {
    const copy = Uint8Array.from(chunk);
    splitter.push(copy);
    copy.fill(0x58); // the buffer is used again
  }
  splitter.end();
  return found;
}

const inChunks = (bytes: Buffer, length: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, n) => bytes.subarray(n * length, (n + 1) * length));

test('lines are the same in chunks of any length', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ß', '€', '𝄞', '\n', '\r\n', ' ') });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (whole, length) => {
      const wanted = whole.split(/\r?\n/);
      if (wanted.at(-1) === '') wanted.pop();
      expect(split(inChunks(Buffer.from(whole), length)).lines).toEqual(wanted);
    }),
  );
});

test('a line above the limit is told once, and the lines around it are read', () => {
  const bytes = Buffer.concat([Buffer.from('before\n'), Buffer.alloc(3 * LINE_LIMIT, 'x'), Buffer.from('\nafter\n')]);
  for (const length of [65_536, bytes.length]) {
    const { lines, tooLong } = split(inChunks(bytes, length));
    expect(lines).toEqual(['before', 'after']);
    expect(tooLong.map((start) => start.length)).toEqual([200]);
  }
});

test('bytes that are no UTF-8 stand as unknown characters', () => {
  expect(split([Buffer.from([0x61, 0xe9, 0x62, 0x0a])]).lines).toEqual(['a\uFFFDb']);
});

test('NULs before a line are none of it, and a line of nothing else is told as it is', () => {
  expect(split([Buffer.from('\0\0\0after a crash\na\0b\n\0\0\n')]).lines).toEqual(['after a crash', 'a\0b', '\0\0']);
});

test.each(['\uFEFF', ''])('UTF-16 is read in either order, in chunks of any length, with the mark %j', (mark) => {
  const text = `${mark}Nov  9 10:52:13 büro\r\n𝄞 2\r\n`;
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, big])
    for (const length of [1, 2, 3, 7, bytes.length])
      expect(split(inChunks(bytes, length)).lines).toEqual(['Nov  9 10:52:13 büro', '𝄞 2']);
});
