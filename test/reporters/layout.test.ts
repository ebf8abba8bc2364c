import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, cutStart, lineRanges, padEnd, padStart, width } from '../../src/reporters/layout.ts';
import { cpuTime } from '../support/cpu-time.ts';

const options = { numRuns: 500 };
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'bb', ' ', ' ', '.', '漢', '📬', 'é', 'e\u0301'), maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);
const lines = (source: string, first: number, later: number, breaking?: Parameters<typeof lineRanges>[3]): string[] =>
  lineRanges(source, first, later, breaking).map(({ start, end }) => source.slice(start, end));

test('a number is not broken from its per cent sign', () => {
  expect(lines('1,150 recipients (0.78 %): too many', 23, 23)).toEqual(['1,150 recipients', '(0.78 %): too many']);
  expect(lines('100 % of it, 5 % more', 6, 6)).toEqual(['100 %', 'of it,', '5 %', 'more']);
  expect(lines('a % b', 3, 3)).toEqual(['a %', 'b']);
});

describe('width', () => {
  test.each([
    ['plain', 5],
    ['ümlaut', 6],
    ['漢字', 4],
    ['📬', 2],
    ['✅', 2],
    ['✓', 1],
    ['e\u0301', 1],
    ['│ ├─', 4],
    ['\u001B[31mred\u001B[39m', 3],
    ['', 0],
  ])('of %s is %i', (source, columns) => {
    expect(width(source)).toBe(columns);
  });
});

test('padding comes to the columns asked for, colours and wide characters counted as seen', () => {
  expect(padEnd('漢', 4)).toBe('漢  ');
  expect(padStart('\u001B[31m7\u001B[39m', 3)).toBe('  \u001B[31m7\u001B[39m');
  expect(padEnd('too long', 3)).toBe('too long');
});

test('a cut text takes no more than its columns, ends in an ellipsis, and never splits a character', () => {
  expect(cut('abcdef', 4)).toBe('abc…');
  expect(cutStart('abcdef', 4)).toBe('…def');
  expect(cut('漢字漢字', 5)).toBe('漢字…');
  expect(cutStart('漢字漢字', 4)).toBe('…字');
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (source, columns) => {
      for (const short of [cut(source, columns), cutStart(source, columns)]) {
        expect(width(short)).toBeLessThanOrEqual(Math.max(columns, 1));
        expect(short.isWellFormed()).toBe(source.isWellFormed() || short.isWellFormed());
        if (width(source) <= columns) expect(short).toBe(source);
      }
    }),
    options,
  );
});

describe('lines', () => {
  test('break at blanks, later lines shorter where asked', () => {
    expect(lines('aa bb cc dd', 5, 5)).toEqual(['aa bb', 'cc dd']);
    expect(lines('aa bb cc dd', 8, 5)).toEqual(['aa bb cc', 'dd']);
  });

  test('keep an indent and the blanks between words', () => {
    expect(lines('  aa  bb', 20, 20)).toEqual(['  aa  bb']);
  });

  test('leave long words whole unless told otherwise', () => {
    expect(lines('a abcdefgh b', 4, 4)).toEqual(['a', 'abcdefgh', 'b']);
    expect(lines('abcdefgh', 4, 2, 'anywhere')).toEqual(['abcd', 'ef', 'gh']);
  });

  test('break names after their dots and hyphens', () => {
    expect(lines('news.casaluna.example', 10, 10, 'punctuation')).toEqual(['news.', 'casaluna.', 'example']);
  });

  test('of nothing are one empty line', () => {
    expect(lines('', 10, 10)).toEqual(['']);
    expect(lines('   ', 10, 10)).toEqual(['']);
  });

  test('hold the whole text, in order, and no line is wider than its room where words may be broken', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 2, max: 30 }),
        fc.constantFrom('blanks' as const, 'anywhere' as const, 'punctuation' as const),
        (source, first, later, breaking) => {
          const broken = lines(source, first, later, breaking);
          const solid = (value: string): string => value.replaceAll(' ', '');
          expect(solid(broken.join(''))).toBe(solid(source));
          for (const [index, line] of broken.entries()) {
            const room = index === 0 ? first : later;
            if (breaking !== 'blanks') expect(width(line)).toBeLessThanOrEqual(Math.max(2, room));
            else if (width(line) > room) expect(line.trimStart()).not.toContain(' ');
          }
        },
      ),
      options,
    );
  });

  test('of 64 kB are quick to find', () => {
    const begun = cpuTime();
    lineRanges('x'.repeat(65_536), 40, 40, 'anywhere');
    lineRanges('word '.repeat(13_000), 40, 40);
    expect(cpuTime() - begun).toBeLessThan(8000);
  });
});
