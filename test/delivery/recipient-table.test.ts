import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newHash } from '../../src/delivery/hash.ts';
import { newRecipientTable } from '../../src/delivery/recipient-table.ts';

const step = fc.record({
  key: fc.integer({ min: 0, max: 400 }),
  what: fc.constantFrom('set', 'forget', 'look'),
  value: fc.integer({ min: 1, max: 60_000 }),
});

test('a table remembers, overwrites and forgets as a map does', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 3000 }), (steps) => {
      const table = newRecipientTable();
      const hash = newHash();
      const map = new Map<number, number>();
      for (const { key, what, value } of steps) {
        const of = hash.of(`m${key % 40}`, `r${key}`);
        if (what === 'set') {
          const slot = table.ensure(of);
          table.put(slot, key, value);
          table.putSince(slot, value / 2);
          map.set(key, value);
          continue;
        }
        const slot = table.find(of);
        expect(slot >= 0).toBe(map.has(key));
        if (slot < 0) continue;
        expect(table.flagsOf(slot)).toBe(map.get(key));
        expect(table.groupOf(slot)).toBe(key);
        expect(table.sinceOf(slot)).toBe((map.get(key) ?? 0) / 2);
        if (what === 'forget') {
          table.forget(slot);
          map.delete(key);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('of more recipients than it holds, the latest are remembered, and memory has an end', () => {
  const table = newRecipientTable(1000);
  const hash = newHash();
  for (let n = 0; n < 10_000; n += 1) table.ensure(hash.of('message', `r${n}`));
  expect(table.find(hash.of('message', 'r9999'))).toBeGreaterThanOrEqual(0);
  expect(table.find(hash.of('message', 'r9001'))).toBeGreaterThanOrEqual(0);
  expect(table.find(hash.of('message', 'r100'))).toBe(-1);
});

test('a recipient asked for again outlives those that were not', () => {
  const table = newRecipientTable(1000);
  const hash = newHash();
  table.put(table.ensure(hash.of('message', 'kept')), 0, 7);
  for (let n = 0; n < 10_000; n += 1) {
    table.ensure(hash.of('message', `r${n}`));
    if (n % 500 === 0) expect(table.flagsOf(table.find(hash.of('message', 'kept')))).toBe(7);
  }
});

test('what is told apart by where one text ends is told apart', () => {
  const hash = newHash();
  const seen = new Set<string>();
  for (const [first, second] of [
    ['ab', 'c'],
    ['a', 'bc'],
    ['abc', ''],
    ['', 'abc'],
  ] as const) {
    const { high, low } = hash.of(first, second);
    seen.add(`${high} ${low}`);
  }
  expect(seen.size).toBe(4);
});

test('of a recipient some events are remembered, as long as it is', () => {
  const table = newRecipientTable(1000);
  const hash = newHash();
  const slot = (name: string): number => table.ensure(hash.of('message', name));
  const isTold = (name: string, event: string): boolean | undefined => {
    const place = slot(name);
    return table.isTold(place, hash.of('event', event));
  };
  expect(['a', 'a', 'b', 'b', 'a', 'c', 'c'].map((event) => isTold('kept', event))).toEqual([
    false,
    true,
    false,
    true,
    true,
    undefined,
    undefined,
  ]);
  for (let n = 0; n < 1500; n += 1) expect(isTold(`r${n}`, 'a')).toBe(false);
  expect([isTold('kept', 'a'), isTold('kept', 'b'), isTold('r1499', 'a')]).toEqual([true, true, true]);
  table.forget(slot('kept'));
  expect(isTold('kept', 'a')).toBe(false);
});
