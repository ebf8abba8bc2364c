import { describe, expect, test } from 'vitest';
import { recent } from '../../src/replies/recent.ts';
import { repeated } from '../../src/replies/repeated.ts';

describe('of texts seen', () => {
  const LIMIT = 10;
  const filled = (count: number, keptAlive?: string) => {
    const texts = recent<number>(LIMIT);
    if (keptAlive !== undefined) texts.set(keptAlive, -1);
    for (let at = 0; at < count; at += 1) {
      texts.set(`text ${at}`, at);
      if (keptAlive !== undefined) expect(texts.get(keptAlive)).toBe(-1);
    }
    return texts;
  };
  test('the latest are remembered, at least as many as the limit and at most twice', () => {
    const texts = filled(1000);
    const known = Array.from({ length: 1000 }, (_, at) => texts.get(`text ${at}`)).filter((one) => one !== undefined);
    expect(texts.get('text 999')).toBe(999);
    expect(known.length).toBeGreaterThanOrEqual(LIMIT);
    expect(known.length).toBeLessThanOrEqual(2 * LIMIT);
  });
  test('one that keeps coming stays', () => {
    filled(1000, 'again');
  });
});

test('what comes to the letter is worked out when it is seen first and second, and kept from then on', () => {
  const worked: string[] = [];
  const length = repeated((text) => {
    worked.push(text);
    return text.length;
  });
  expect(['one', 'three', 'one', 'one', 'one', 'three'].map((text) => length(text))).toEqual([3, 5, 3, 3, 3, 5]);
  expect(worked).toEqual(['one', 'three', 'one', 'three']);
});
