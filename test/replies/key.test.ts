import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ReplyClass, Severity } from '../../src/replies/class.ts';
import { classify } from '../../src/replies/classify.ts';

/**
 * Replies gathered from public pages, with what they mean. `written`: the rules were written with these in view;
 * `improved`: scored first and looked at afterwards. `fixtures/replies/README.md` tells the first scores, which are
 * the ones that say how well unseen replies are judged.
 */
interface Known {
  readonly part: 'written' | 'improved';
  readonly reply: string;
  readonly code?: number;
  readonly enhanced?: string;
  readonly provider?: string;
  readonly class: ReplyClass;
  readonly severity: Severity;
  readonly source: string;
}

const key = readFileSync('fixtures/replies/key.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Known);

function score(part: Known['part']): { count: number; right: number; severity: number; unclassified: number } {
  const known = key.filter((one) => one.part === part);
  const judged = known.map((one) => ({
    known: one,
    judgement: classify({
      diagnostic: one.reply,
      ...(one.code !== undefined && { code: one.code }),
      ...(one.enhanced !== undefined && { enhancedCode: one.enhanced }),
      ...(one.provider !== undefined && { mailboxProvider: one.provider }),
    }),
  }));
  const share = (is: (one: (typeof judged)[number]) => boolean): number => judged.filter(is).length / judged.length;
  return {
    count: judged.length,
    right: share((one) => one.judgement.class === one.known.class),
    severity: share((one) => one.judgement.severity === one.known.severity),
    unclassified: share((one) => one.judgement.class === 'unclassified' && one.known.class !== 'unclassified'),
  };
}

test('replies the rules were written from are judged right', () => {
  const { count, right, severity, unclassified } = score('written');
  expect(count).toBeGreaterThan(250);
  expect(right).toBeGreaterThanOrEqual(0.996);
  expect(severity).toBe(1);
  expect(unclassified).toBe(0);
});

test('replies the rules were improved on are judged right', () => {
  const { count, right, severity, unclassified } = score('improved');
  expect(count).toBeGreaterThan(7_000);
  // What they are at: a line of the rules that is lost costs more than there is room for.
  expect(right).toBeGreaterThanOrEqual(0.995);
  expect(severity).toBeGreaterThanOrEqual(0.995);
  expect(unclassified).toBeLessThanOrEqual(0.001);
});

test('no reply is in the key twice, and each has a source', () => {
  expect(new Set(key.map(({ reply }) => reply)).size).toBe(key.length);
  expect(key.filter(({ source }) => source === '')).toEqual([]);
});
