import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersOf, rangesOf } from '../../src/core/number-ranges.ts';

test.each([
  [[], ''],
  [[7], '7'],
  [[1, 2, 3, 7, 9, 10], '1:3,7,9:10'],
])('%j is written as %j', (numbers, text) => {
  expect(rangesOf(numbers)).toBe(text);
});

test('what is written is read again', () => {
  const ascending = fc
    .uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 1 })
    .map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(ascending, (numbers) => {
      expect(numbersOf(rangesOf(numbers))).toEqual(numbers);
    }),
  );
});

test.each(['', '1:', ':1', '3:1', 'a', '1,,2', '1:4294967295', '1:60000,1:60000', '12345678901'])(
  '%j is none',
  (text) => {
    expect(numbersOf(text)).toBeUndefined();
  },
);

test('any text is read or refused, soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789:,'.split('')) }), (text) => void numbersOf(text)),
  );
});
