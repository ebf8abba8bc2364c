import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countsOf } from '../../src/dev/reply-words/count.ts';
import { classify } from '../../src/replies/classify.ts';
import { clusterOf } from '../../src/replies/cluster.ts';
import { likelyReader } from '../../src/replies/likely.ts';
import { wordCounts } from '../../src/replies/word-counts.ts';
import { wordsOf } from '../../src/replies/words.ts';

interface Known {
  readonly reply: string;
  readonly class: string;
}
const key = readFileSync('fixtures/replies/key.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Known);

test('words alone tell most replies whose words were counted in others', () => {
  const FIFTH = 5;
  const told = Array.from({ length: FIFTH }, (_, part) => {
    const read = likelyReader(countsOf(key.filter((__, at) => at % FIFTH !== part)));
    return key.flatMap((one, at) => (at % FIFTH === part ? [{ one, by: read(clusterOf(one.reply)) }] : []));
  }).flat();
  const dared = told.filter(({ by }) => by !== undefined);
  expect(dared.length / told.length).toBeGreaterThan(0.75);
  expect(dared.filter(({ one, by }) => one.class === by).length / dared.length).toBeGreaterThan(0.8);
});

test('words that no reviewed reply had tell nothing', () => {
  const read = likelyReader(wordCounts);
  for (const cluster of ['', '550', '550 5.7.1 <address>', 'qzx vwq', '<ip> <host>'])
    expect(read(cluster)).toBeUndefined();
});

test('a word stands for its inflections, and a sentence without spaces for its parts', () => {
  expect([...wordsOf('550 5.1.1 <address> abgelehnte')]).toEqual(['550', '5.1.1', '<address>', 'abgelehnte', 'abgel-']);
  expect([...wordsOf('宛先不明')]).toEqual(['宛先', '先不', '不明', '宛先不', '先不明']);
});

test('what is only likely is no proof against an address', () => {
  const guessed = key.map(({ reply }) => classify({ diagnostic: reply })).filter(({ by }) => by === 'words');
  expect(guessed.length).toBeGreaterThan(5);
  expect(guessed.filter(({ severity }) => severity === 'hard')).toEqual([]);
});

test('code and words that agree are sure of it', () => {
  expect(classify({ diagnostic: '553 5.1.1 zzq' })).toMatchObject({
    class: 'user-unknown',
    severity: 'hard',
    by: 'code',
  });
});
