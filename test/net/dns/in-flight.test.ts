import { expect, test } from 'vitest';
import { inFlightLimit } from '../../../src/net/dns/in-flight.ts';

test('tasks start in the order they came, no more than the limit at once', async () => {
  const limited = inFlightLimit(3);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const tasks = Array.from({ length: 5000 }, (_, n) =>
    limited(async () => {
      started.push(n);
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      return n;
    }),
  );
  const order = Array.from({ length: 5000 }, (_, n) => n);
  expect(await Promise.all(tasks)).toEqual(order);
  expect(started).toEqual(order);
  expect(most).toBe(3);
});

test('a task that fails makes room for the next', async () => {
  const limited = inFlightLimit(1);
  const results = await Promise.allSettled([
    limited(() => Promise.reject(new Error('no'))),
    limited(() => Promise.resolve('yes')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(await limited(() => Promise.resolve('again'))).toBe('again');
});
