import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newHash } from '../../src/delivery/hash.ts';
import { newSeenHashes } from '../../src/delivery/seen-hashes.ts';

test('what has come before is known again, and nothing else is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 6000 }), (numbers) => {
      const [seen, hash, set] = [newSeenHashes(), newHash(), new Set<number>()];
      for (const number of numbers) {
        expect(seen.isAgain(hash.of(`message ${number % 97}`, `r${number}`))).toBe(set.has(number));
        set.add(number);
      }
    }),
    { numRuns: 50 },
  );
});

test('at least a generation is remembered, and two at most', () => {
  const [seen, hash] = [newSeenHashes(1000), newHash()];
  for (let number = 0; number < 10_000; number += 1) {
    expect(seen.isAgain(hash.of('m', `r${number}`))).toBe(false);
    // Each question is an answer remembered: two a round.
    if (number >= 500) expect(seen.isAgain(hash.of('m', `r${number - 499}`))).toBe(true);
  }
  expect(seen.isAgain(hash.of('m', 'r0'))).toBe(false);
});

test('texts are told apart by each of their characters, and by where one ends', () => {
  const hash = newHash();
  const hashed = (...texts: readonly string[]): string => {
    hash.begin();
    for (const text of texts) hash.text(text);
    const value = { high: 0, low: 0 };
    hash.end(value);
    const { high, low } = value;
    return `${high} ${low}`;
  };
  const unit = fc.constantFrom('a', 'b', 'z', 'ä', '€', '\uFFFF');
  const text = fc.oneof(fc.string({ maxLength: 4, unit }), fc.string({ minLength: 30, maxLength: 36, unit }));
  const texts = fc.array(text, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      expect(hashed(...one) === hashed(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 3000 },
  );
});

test('of a hundred thousand texts that differ little no two share a hash', () => {
  const [seen, hash] = [newSeenHashes(), newHash()];
  let shared = 0;
  for (let number = 0; number < 100_000; number += 1)
    if (seen.isAgain(hash.of('a', `user${number}@example.com`, 'x'))) shared += 1;
  expect(shared).toBe(0);
});
