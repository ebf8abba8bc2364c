import { expect, test } from 'vitest';
import { inTurn, needsOf, oneOf } from '../../src/replies/pattern.ts';

const FULL = oneOf(/quota/i, /(?:mailbox|inbox) full/i);

test('phrases that mean the same are read as one pattern', () => {
  expect(FULL.test('550 INBOX FULL')).toBe(true);
  expect(FULL.test('550 inbox')).toBe(false);
});

test('parts follow one another, whatever each of them may be', () => {
  const gone = inTurn(oneOf(/user/i, /mailbox/i), /\b.{0,9}/i, oneOf(/unknown/i, /not found/i));
  expect(gone.test('user is unknown')).toBe(true);
  expect(gone.test('mailbox not found')).toBe(true);
  expect(gone.test('unknown user')).toBe(false);
});

test('what a rule of such phrases needs is known', () => {
  expect(needsOf(FULL)).toEqual(expect.arrayContaining(['QUOTA']));
});

test('a phrase in other flags than its neighbours is refused', () => {
  expect(() => oneOf(/quota/i, /FULL/)).toThrow('flags');
});
