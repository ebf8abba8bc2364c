import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, copyInto, newBlock, textBlocks, textOf } from '../../src/logs/block.ts';
import { hashOf, isSame, literal, literalAt, standsAt } from '../../src/logs/literal.ts';
import { spanCache } from '../../src/logs/span-cache.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ',', ' ', 'ß', '€', '\0'), maxLength: 40 });
const bytesOf = ({ bytes }: Block, start: number, end: number): Buffer => Buffer.from(bytes.slice(start, end));

test('a literal stands where its bytes do, at any place and of any length', () => {
  const blockOf = textBlocks();
  fc.assert(
    fc.property(text, text, (whole, part) => {
      const { block, end } = blockOf(whole);
      const wanted = Buffer.from(part);
      for (let at = 0; at + wanted.length <= end; at += 1)
        expect(standsAt(block, at, literal(part))).toBe(bytesOf(block, at, at + wanted.length).equals(wanted));
    }),
  );
});

test('a literal that the line ends in the middle of does not stand there', () => {
  const blockOf = textBlocks();
  blockOf('status=sent, and more');
  const { block, end } = blockOf('status=se');
  expect(standsAt(block, end - 2, literal('sent'))).toBe(false);
  expect(standsAt(block, 0, literal('status=sent, and more'))).toBe(false);
});

test('the first place of a literal is what Buffer says, and none is beyond the end', () => {
  const blockOf = textBlocks();
  fc.assert(
    fc.property(text, text, fc.nat(10), (whole, part, cut) => {
      fc.pre(part !== '');
      const { block, end } = blockOf(whole);
      const stop = Math.max(0, end - cut);
      expect(literalAt(block, literal(part), 0, stop)).toBe(bytesOf(block, 0, stop).indexOf(part));
    }),
  );
});

test('parts that are the same have one hash, wherever they lie', () => {
  const one = newBlock(100);
  const blockOf = textBlocks();
  fc.assert(
    fc.property(text, fc.nat(20), (part, at) => {
      const { block, end } = blockOf(part);
      copyInto(one, at, block, 0, end);
      expect(isSame(block, 0, one, at, end)).toBe(true);
      expect(hashOf(one, at, at + end)).toBe(hashOf(block, 0, end));
      if (end === 0) return;
      one.bytes[at + end - 1] = (one.bytes[at + end - 1] ?? 0) ^ 1;
      expect(isSame(block, 0, one, at, end)).toBe(false);
    }),
  );
});

test('a cache gives of every part what is made of it, whatever was asked for before', () => {
  const blockOf = textBlocks();
  let made = 0;
  const ofSpan = spanCache((part) => {
    made += 1;
    return { part };
  });
  fc.assert(
    fc.property(text, (part) => {
      const { block, end } = blockOf(part);
      expect(ofSpan(block, 0, end).part).toBe(textOf(block, 0, end));
    }),
    { numRuns: 1000 },
  );
  const { block, end } = blockOf('mx1.example.com');
  const before = made;
  expect(ofSpan(block, 0, end)).toBe(ofSpan(block, 0, end));
  expect(made).toBe(before + 1);
});
