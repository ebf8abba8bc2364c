import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, percent, period, plural, timestamp } from '../../src/core/format.ts';
import { atLeast, LEVELS } from '../../src/core/levels.ts';

const seconds = (date: string): number => Date.parse(date) / 1000;

test('counts have thousands', () => {
  expect([count(0), count(999), count(184_310), count(1.6)]).toEqual(['0', '999', '184,310', '2']);
  expect([plural(1, 'report'), plural(2, 'report'), plural(0, 'address', 'addresses')]).toEqual([
    '1 report',
    '2 reports',
    '0 addresses',
  ]);
});

describe('a percentage', () => {
  test.each([
    [1, 2, '50.0 %'],
    [0, 7, '0.0 %'],
    [7, 7, '100.0 %'],
    [0, 0, '–'],
    [99_999, 100_000, '99.9 %'],
    [1, 100_000, '0.1 %'],
    [9996, 10_000, '99.9 %'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(percent(part, whole)).toBe(text);
  });

  test('says 100 for all and 0 for none only', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 1e6 }), (part, rest) => {
        const text = percent(part, part + rest);
        expect(text).not.toBe('100.0 %');
        if (part > 0) expect(text).not.toBe('0.0 %');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a period', () => {
  test.each([
    ['2026-10-01T00:00:00Z', '2026-10-30T23:59:59Z', '1 – 30 Oct 2026'],
    ['2026-10-15T00:00:00Z', '2026-10-16T00:00:00Z', '15 Oct 2026'],
    ['2026-10-15T07:00:00Z', '2026-10-16T07:00:00Z', '15 – 16 Oct 2026'],
    ['2026-09-28T00:00:00Z', '2026-10-03T00:00:00Z', '28 Sep – 2 Oct 2026'],
    ['2025-12-31T00:00:00Z', '2026-01-02T00:00:00Z', '31 Dec 2025 – 1 Jan 2026'],
    ['2026-10-15T00:00:00Z', '2026-10-15T00:00:00Z', '15 Oct 2026'],
    ['2026-10-16T00:00:00Z', '2026-10-15T00:00:00Z', '16 Oct 2026'],
  ])('from %s to %s is %s', (begin, end, text) => {
    expect(period(seconds(begin), seconds(end))).toBe(text);
  });
});

test('times are RFC 3339 in UTC', () => {
  expect(timestamp(seconds('2026-10-01T00:00:00Z'))).toBe('2026-10-01T00:00:00Z');
});

test('levels are ordered by consequence', () => {
  expect(LEVELS.map((level) => LEVELS.map((threshold) => atLeast(level, threshold)))).toEqual([
    [true, true, true],
    [false, true, true],
    [false, false, true],
  ]);
});
