import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newDelays } from '../../src/delivery/delays.ts';

const seconds = fc.double({ min: 0, max: 500_000, noNaN: true });
const exact = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(share * values.length)) - 1] ?? 0;

test('quantiles of a few are exact', () => {
  fc.assert(
    fc.property(
      fc.array(seconds, { minLength: 1, maxLength: 200 }),
      fc.constantFrom(0.5, 0.9, 0.99),
      (values, share) => {
        const delays = newDelays();
        for (const value of values) delays.add(value);
        expect(delays.quantile(share)).toBe(exact(values, share));
      },
    ),
  );
});

test('quantiles of many are right to 2.8 %, in whatever parts they were counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.002, max: 500_000, noNaN: true }), { minLength: 300, maxLength: 900 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(0.5, 0.9, 0.99),
      (values, parts, share) => {
        const all = newDelays();
        for (let part = 0; part < parts; part += 1) {
          const one = newDelays();
          for (const [index, value] of values.entries()) if (index % parts === part) one.add(value);
          all.merge(one);
        }
        const wanted = exact(values, share);
        expect(all.count()).toBe(values.length);
        expect(Math.abs((all.quantile(share) ?? 0) - wanted)).toBeLessThanOrEqual(wanted * 0.028);
      },
    ),
    { numRuns: 60 },
  );
});

test('nothing has no quantile', () => expect(newDelays().quantile(0.5)).toBeUndefined());
