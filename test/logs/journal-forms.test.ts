import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodySplitter } from '../../src/logs/body-splitter.ts';
import type { JsonObject } from '../../src/logs/format.ts';

function split(chunks: readonly Uint8Array[]): { records: JsonObject[]; unread: string[] } {
  const found = { records: [] as JsonObject[], unread: [] as string[] };
  const splitter = bodySplitter({
    record: (value) => void found.records.push({ ...value }),
    unread: (why) => void found.unread.push(why),
  });
  for (const chunk of chunks) splitter.push(Uint8Array.from(chunk));
  splitter.end();
  return found;
}
const inChunks = (bytes: Buffer, length: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, n) => bytes.subarray(n * length, (n + 1) * length));

describe.each(['export.bin', 'verbose.txt', 'sse.txt', 'seq.json'])('journalctl, %s:', (name) => {
  const bytes = readFileSync(`fixtures/logs/journald.${name}`);
  test('the same entries in chunks of any length', () => {
    const { records, unread } = split([bytes]);
    expect(records).toHaveLength(19);
    expect(unread).toEqual([]);
    for (const length of [1, 7, 100, 4096]) expect(split(inChunks(bytes, length))).toEqual({ records, unread });
  });
  test('no damage throws, and chunks make no difference to it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: bytes.length - 1 }),
        fc.uint8Array({ maxLength: 12 }),
        fc.integer({ min: 1, max: 600 }),
        (at, damage, length) => {
          const broken = Buffer.concat([bytes.subarray(0, at), damage, bytes.subarray(at + 3)]);
          expect(split(inChunks(broken, length)).records).toEqual(split([broken]).records);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const field = (name: string, value: Buffer): Buffer => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(value.length));
  return Buffer.concat([Buffer.from(`${name}\n`), length, value, Buffer.from('\n')]);
};

test('a binary value may hold anything, line ends and what looks like fields among it', () => {
  const value = Buffer.from('a\n\nMESSAGE=forged\n\0');
  const { records, unread } = split([
    Buffer.concat([
      Buffer.from('__REALTIME_TIMESTAMP=1\n'),
      field('MESSAGE', value),
      Buffer.from('_PID=7\n\n_PID=8\n'),
    ]),
  ]);
  expect(unread).toEqual([]);
  expect(records).toEqual([{ __REALTIME_TIMESTAMP: '1', MESSAGE: value.toString(), _PID: '7' }, { _PID: '8' }]);
});

test('a value that claims a terabyte is told, and the next entry is read', () => {
  const claim = field('MESSAGE', Buffer.from('x'));
  claim.writeBigUInt64LE(2n ** 40n, 'MESSAGE\n'.length);
  const { records, unread } = split([
    Buffer.concat([Buffer.from('__REALTIME_TIMESTAMP=1\n'), claim, Buffer.from('\n__REALTIME_TIMESTAMP=2\n\n')]),
  ]);
  expect(unread).toEqual(['a field that is too long']);
  expect(records).toEqual([{ __REALTIME_TIMESTAMP: '2' }]);
});
