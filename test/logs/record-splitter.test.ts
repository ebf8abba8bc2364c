import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInside } from '../../src/logs/json/inside.ts';
import { recordSplitter, VALUE_LIMIT } from '../../src/logs/record-splitter.ts';
import { cpuTime } from '../support/cpu-time.ts';

interface Split {
  readonly records: unknown[];
  readonly unread: string[];
}

/** What comes of the bytes when they are pushed in pieces of this length, wrappers opened. */
function split(bytes: Uint8Array | string, length = 65_536): Split {
  const whole = Buffer.from(bytes);
  const found: Split = { records: [], unread: [] };
  const keep = (value: unknown): void => void found.records.push(value);
  const splitter = recordSplitter({
    record: (value) => void readInside(value, () => false, keep),
    unread: (why) => void found.unread.push(why),
  });
  for (let at = 0; at < whole.length; at += length) {
    const piece = Uint8Array.from(whole.subarray(at, at + length));
    splitter.push(piece);
    piece.fill(0x58); // the buffer is used again
  }
  splitter.end();
  return found;
}

const OBJECTS = [
  { event: 'open', n: 1 },
  { event: 'a "quoted" \\ {brace} [', tags: ['x', { y: [] }] },
  { event: 'Grüße € 𝄞', empty: {} },
];
const compact = OBJECTS.map((one) => JSON.stringify(one));

const ARRANGEMENTS: readonly (readonly [name: string, text: string])[] = [
  ['one to a line', compact.join('\n')],
  ['one to a line, CR LF, and blank lines', `\r\n${compact.join('\r\n\r\n')}\r\n`],
  ['an array on one line', JSON.stringify(OBJECTS)],
  ['an array, one to a line', `[\n${compact.join(',\n')}\n]\n`],
  ['an array over many lines', JSON.stringify(OBJECTS, null, 2)],
  ['an array to a line', compact.map((one) => `[${one}]`).join('\n')],
  ['one behind the other', compact.join('')],
  ['objects over many lines', OBJECTS.map((one) => JSON.stringify(one, null, 2)).join('\n')],
  ['a page under items', JSON.stringify({ items: OBJECTS, paging: { next: 'https://example.com/?a[]={' } })],
  ['a page under results, not first', JSON.stringify({ total: 3, links: [{}], results: OBJECTS }, null, 2)],
  ['pages of one line', compact.map((one) => `{"data":[${one}]}`).join('\n')],
  ['with record separators (RFC 7464)', compact.map((one) => `\u001E${one}\n`).join('')],
];

test.each(ARRANGEMENTS)('objects are found: %s', (_, text) => {
  for (const length of [1, 2, 7, 64, 65_536]) expect(split(text, length)).toEqual({ records: OBJECTS, unread: [] });
});

test('a byte order mark and UTF-16 are read, whole and in pieces', () => {
  const little = Buffer.from(`\uFEFF${compact.join('\n')}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [Buffer.from(`\uFEFF${compact.join('\n')}`), little, big, little.subarray(2), big.subarray(2)])
    for (const length of [1, 3, 65_536]) expect(split(bytes, length)).toEqual({ records: OBJECTS, unread: [] });
});

test('integers beyond 2^53 come as text, and nothing else does', () => {
  const text =
    '{"id":12345678901234567,"safe":9007199254740991,"more":[-9007199254740993,1],"f":0.4367079734802246,"small":0.00000545513476319808,"s":"a, 12345678901234567","e":1e20}';
  const records = [
    {
      id: '12345678901234567',
      safe: 9_007_199_254_740_991,
      more: ['-9007199254740993', 1],
      f: 0.4367079734802246,
      small: 0.00000545513476319808,
      s: 'a, 12345678901234567',
      e: 1e20,
    },
  ];
  for (const arranged of [`${text}\n`, text, JSON.stringify({ items: [0] }).replace('0', text)])
    expect(split(arranged)).toEqual({ records, unread: [] });
});

const BROKEN: readonly (readonly [name: string, text: string, why: readonly string[]])[] = [
  ['a line that is cut off in a string', '{"n":1}\n{"a":"b\n{"n":2}\n', ['broken JSON']],
  ['a line that is cut off behind a comma', '{"n":1}\n{"a":1,\n{"n":2}\n', ['broken JSON']],
  ['a line that is cut off behind a colon', '{"n":1}\n{"a":\n{"n":2}\n', ['cut off']],
  ['a line that is cut off in an array', '{"n":1}\n{"a":[\n{"n":2}\n', ['cut off']],
  ['an object that is cut off between others', '{"n":1}{"a":"b{"x":0}{"n":2}', ['broken JSON']],
  ['a word that is none', '{"n":1}{"a":tru}{"n":2}', ['broken JSON']],
  ['the end of the file', '{"n":1}{"n":2}{"a":1', ['cut off']],
  ['the end of an array', '[{"n":1},{"n":2},{"a":', ['cut off']],
  ['words between', '{"n":1}\nhello world\n{"n":2}\n', ['no JSON object']],
  ['numbers and strings between', '{"n":1}\n"a"\n17\n{"n":2}\n', ['no JSON object', 'no JSON object']],
  ['NUL bytes', '{"n":1}\n\0\0\0\0\n{"n":2}\n', ['no JSON object']],
  ['brackets too many', '{"n":1}]}\n]{"n":2}\n', []],
];

test.each(BROKEN)('what is broken is told once, and the rest is read: %s', (_, text, why) => {
  for (const length of [1, 5, 65_536])
    expect(split(text, length)).toEqual({ records: [{ n: 1 }, { n: 2 }], unread: why });
});

test('broken UTF-8 stands as unknown characters', () => {
  expect(split(Buffer.from('7b2261223a22e9227d0a', 'hex'))).toEqual({ records: [{ a: '\uFFFD' }], unread: [] });
});

test('half a gzip is no JSON, and does not stop anybody', () => {
  const packed = gzipSync(compact.join('\n'));
  expect(split(packed.subarray(0, packed.length / 2)).records).toEqual([]);
});

test('an object above the limit is told once; what stands behind it is read', () => {
  const text = `{"n":1}\n{"a":"${'x'.repeat(VALUE_LIMIT + 3_000_000)}"}\n{"n":2}\n`;
  expect(split(text)).toEqual({ records: [{ n: 1 }, { n: 2 }], unread: ['an object above 16 MiB'] });
});

test('an array of 100 MB on one line is read in bounded memory', () => {
  const one = `${JSON.stringify({ event: 'open', text: 'x'.repeat(1000) })},`;
  const piece = Buffer.from(one.repeat(1000));
  let count = 0;
  const splitter = recordSplitter({ record: () => void (count += 1), unread: () => void (count = -1e9) });
  splitter.push(Buffer.from('{"items":['));
  const before = process.memoryUsage().arrayBuffers;
  for (let n = 0; n < 100; n += 1) splitter.push(piece);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  splitter.end();
  expect(count).toBe(100_000);
});

test('brackets without end take no more than linear time', () => {
  for (const text of [
    '{"a":['.repeat(100_000),
    '[{"a":'.repeat(100_000),
    '{"a":\n'.repeat(100_000),
    '{\n'.repeat(300_000),
  ]) {
    const started = cpuTime();
    split(text);
    expect(cpuTime() - started).toBeLessThan(5_000);
  }
});

const withBigAsText = (_: string, value: unknown): unknown =>
  Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) < 1e21 ? String(value) : value;

test('any objects come out as they went in, however they are arranged and cut', () => {
  const objects = fc.array(
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.jsonValue(),
    ),
    { maxLength: 6 },
  );
  const between = fc.constantFrom('\n', '', ',', ' , ', '\r\n', '\n\n');
  fc.assert(
    fc.property(objects, between, fc.integer({ min: 1, max: 50 }), fc.boolean(), (all, gap, length, isArray) => {
      const joined = all.map((one) => JSON.stringify(one)).join(gap);
      const records: unknown[] = [];
      const splitter = recordSplitter({
        record: (value) => void records.push(value),
        unread: (why, text) => expect.unreachable(`${why}: ${text}`),
      });
      const bytes = Buffer.from(isArray ? `[${joined}]` : joined);
      for (let at = 0; at < bytes.length; at += length) splitter.push(bytes.subarray(at, at + length));
      splitter.end();
      expect(records).toEqual(JSON.parse(JSON.stringify(all), withBigAsText));
    }),
  );
});

test('of lines that are read together a broken one costs itself alone', () => {
  const lines = Array.from({ length: 2000 }, (_, n) => `{"event":"open","n":${n},"id":${'9'.repeat(n % 20) || '0'}}`);
  lines[700] = '{"event":"open","n":700';
  lines[900] = '{"event":nothing}';
  const { records, unread } = split(lines.join('\n'));
  const numbers = records.map((record) => (record as { n: number }).n);
  const whole = Array.from({ length: 2000 }, (_, n) => n).filter((n) => n !== 700 && n !== 900);
  expect(numbers).toEqual(whole);
  expect(unread).toEqual(['broken JSON', 'broken JSON']);
});

test('two lines that are one object only together are no two objects', () => {
  const { records } = split('{"event":"a"}\n{"list":[{"n":1}\n{"n":2}]}\n{"event":"b"}\n');
  expect(records).toContainEqual({ event: 'a' });
  expect(records).toContainEqual({ event: 'b' });
  expect(records).not.toContainEqual({ list: [{ n: 1 }, { n: 2 }] });
});
