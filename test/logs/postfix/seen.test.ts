import { expect, test } from 'vitest';
import { newSeen } from '../../../src/logs/postfix/seen.ts';

/** Pairs that have nothing in common. */
const left = (number: number): number => Math.imul(number + 1, 0x9e3779b1) & ~1;

test('what was seen is found, whether it came before somebody first asked or after', () => {
  const seen = newSeen();
  seen.add(left(0), 0);
  expect([seen.has(left(0), 0), seen.has(left(0), 1), seen.has(left(1), 0)]).toEqual([true, false, false]);
  for (let number = 1; number < 300_000; number += 1) seen.add(left(number), number);
  for (let number = 0; number < 300_000; number += 1) if (!seen.has(left(number), number)) expect(number).toBe(-1);
  expect(seen.has(left(300_000), 300_000)).toBe(false);
});

test('of millions the oldest are forgotten, and the latest are not', () => {
  const seen = newSeen();
  for (let number = 0; number < 2_200_000; number += 1) seen.add(left(number), number);
  expect(seen.has(left(0), 0)).toBe(false);
  for (let number = 200_000; number < 2_200_000; number += 1000) expect(seen.has(left(number), number)).toBe(true);
});
