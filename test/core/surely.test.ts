import { expect, test } from 'vitest';
import { isSurelyOver } from '../../src/core/surely.ts';

/** The chance of so many or more, added up from below: by another way than the code's. */
function chanceOf(part: number, whole: number, share: number): number {
  let [term, sum] = [(1 - share) ** whole, 0];
  for (let count = 0; count < part; count += 1) {
    sum += term;
    term *= ((whole - count) / (count + 1)) * (share / (1 - share));
  }
  return 1 - sum;
}

test('is what the chances say, for few and for many', () => {
  for (const whole of [3, 20, 200, 846, 3000])
    for (const limit of [0.001, 0.003, 0.02, 0.05])
      for (let part = 1; part <= Math.min(whole, 250); part += 1)
        for (const chance of [0.05, 0.01])
          if (part > limit * whole)
            expect([whole, limit, part, isSurelyOver(limit, part, whole, chance)]).toEqual([
              whole,
              limit,
              part,
              chanceOf(part, whole, limit) <= chance,
            ]);
});

test('hundreds of millions are as good as known', () => {
  expect(isSurelyOver(0.003, 300_000, 100_000_000)).toBe(false);
  expect(isSurelyOver(0.003, 302_000, 100_000_000)).toBe(true);
  expect(isSurelyOver(0.05, 100_000_000, 100_000_000)).toBe(true);
});

test('nothing is over no limit, and what is counted twice is all', () => {
  expect([isSurelyOver(0.01, 0, 0), isSurelyOver(0.01, 0, 10), isSurelyOver(0.01, 1, 0)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(isSurelyOver(0.01, 12, 10)).toBe(true);
});
