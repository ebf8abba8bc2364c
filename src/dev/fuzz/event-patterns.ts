import { deepStrictEqual } from 'node:assert';
import { LIST_KEYS } from '../../logs/json/lists.ts';
import { recordSplitter } from '../../logs/record-splitter.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Lines of JSON, read by patterns and by JSON.parse(): the same must come of them. */
export default fuzzTarget({
  seeds: () =>
    fixtures('logs', '.ndjson', 1 << 16)
      .flatMap((whole) => whole.toString('latin1').split('\n'))
      .filter((line) => line.startsWith('{') && line.length < 1500)
      .map((line) => Buffer.from(`${line}\n`.repeat(3), 'latin1')),
  tokens: [
    '"',
    '\\',
    '\\"',
    '\\u00',
    '\\ud800',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\n',
    ',\n',
    '\r\n',
    '\t',
    '\0',
    '\x80',
    '\xC3\xA9',
    '-',
    '0',
    '.5',
    'e9',
    'null',
    'true',
    '12345678901234567',
    '1794211200.028262',
  ],
  run: (bytes) => read([bytes]),
  inPieces: (bytes, length) => read(cut(bytes, length)),
});

function read(pieces: readonly Buffer[]): unknown {
  const [parsed, byPatterns] = [found(pieces, false), found(pieces, true)];
  deepStrictEqual(byPatterns, parsed);
  // As in event-exports: a list is opened while it is read, or when it is whole.
  const hasList = [...LIST_KEYS].some((key) => Buffer.concat(pieces).includes(`"${key}"`));
  return hasList ? undefined : parsed;
}

function found(pieces: readonly Buffer[], isDoneWith: boolean): unknown[] {
  const all: unknown[] = [];
  const splitter = recordSplitter({
    record: (value) => void all.push(structuredClone(value)),
    // The sample is as long as what was there of it.
    unread: (why) => void all.push(why),
    isDoneWith,
  });
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return all;
}
