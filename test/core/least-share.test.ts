import { expect, test } from 'vitest';
import { leastShare, ONE_IN_A_HUNDRED } from '../../src/core/least-share.ts';

/** The lower end of the exact interval of Clopper and Pearson (1934): there, so many or more are seen in one case in twenty. */
function exact(part: number, whole: number, chance: number): number {
  let [low, high] = [0, part / whole];
  for (let step = 0; step < 60; step += 1) {
    const share = (low + high) / 2;
    let [term, sum] = [(1 - share) ** whole, 0];
    for (let count = 0; count < part; count += 1) {
      sum += term;
      term *= ((whole - count) / (count + 1)) * (share / (1 - share));
    }
    if (1 - sum < chance) low = share;
    else high = share;
  }
  return low;
}

test.each([
  [3, 846],
  [5, 500],
  [7, 1000],
  [30, 300],
  [200, 4000],
])('%i of %i: as the exact interval has it, to a tenth', (part, whole) => {
  for (const [deviations, chance] of [
    [undefined, 0.05],
    [ONE_IN_A_HUNDRED, 0.01],
  ] as const) {
    const wanted = exact(part, whole, chance);
    expect(Math.abs(leastShare(part, whole, deviations) - wanted)).toBeLessThan(Math.max(wanted * 0.2, 0.0001));
  }
});

test('nothing counted is no share, and all is not surely all', () => {
  expect([leastShare(0, 100), leastShare(0, 0), leastShare(1, 0)]).toEqual([0, 0, 0]);
  expect(leastShare(3, 3)).toBeCloseTo(0.37, 1);
  expect(leastShare(5000, 5000)).toBeGreaterThan(0.99);
});
