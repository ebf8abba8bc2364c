import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MailEvent } from '../../src/logs/event.ts';
import type { JsonObject, RecordFormat } from '../../src/logs/format.ts';
import { logFormats } from '../../src/logs/formats/all.ts';
import { readInside } from '../../src/logs/json/inside.ts';
import { recordSplitter } from '../../src/logs/record-splitter.ts';

/** What comes of the bytes; `isDoneWith`: by patterns, with the same objects for many lines. */
function read(bytes: Uint8Array | string, length: number, isDoneWith: boolean): readonly unknown[] {
  const whole = Buffer.from(bytes);
  const found: unknown[] = [];
  const splitter = recordSplitter({
    record: (value) => void found.push(structuredClone(value)),
    unread: (why, text) => void found.push([why, text]),
    isDoneWith,
  });
  for (let at = 0; at < whole.length; at += length) splitter.push(whole.subarray(at, at + length));
  splitter.end();
  return found;
}

const expectTheSame = (bytes: Uint8Array | string, lengths = [65_536, 1000, 150]): void => {
  // Of a piece that ends within something broken, the sample is as long as what was there.
  for (const length of lengths) expect(read(bytes, length, true)).toStrictEqual(read(bytes, length, false));
};

const unit = fc.constantFrom(
  'a',
  'b',
  '{',
  '}',
  '[',
  ',',
  ':',
  ' ',
  '\\',
  '"',
  '\n',
  '\t',
  '\u0001',
  'é',
  '€',
  '𝄞',
  '\uD800',
);
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', 'x', 'no', 'gmail.com', 'yahoo.com', 'a "name" of \\ some', '1'.repeat(17)),
  },
  fc.string({ unit, maxLength: 40 }),
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(0, -0, 1794211200.028262, 1e21, 5e-324, 0.1, 9_007_199_254_740_991),
);
/** As others write numbers, and beyond 2^53. */
const written = fc.constantFrom(
  '1E5',
  '1e+05',
  '0',
  '-0',
  '0.10',
  '12345678901234567',
  '-9007199254740993',
  '1234567890123456.5',
  '9007199254740992',
  '0.30000000000000004',
  '123456789012345678901234567890e-10',
);

/** The same few shapes again and again, with other values: what an export is. */
const line = fc.oneof(
  fc.record({ event: text, at: number, tags: fc.array(text, { maxLength: 2 }) }).map((one) => JSON.stringify(one)),
  fc
    .record({ mail: fc.record({ id: text, to: fc.tuple(text), more: fc.option(number) }), ok: fc.boolean() })
    .map((one) => JSON.stringify(one)),
  fc.tuple(text, written).map(([key, digits]) => `{"k": ${JSON.stringify(key)}, "n":${digits} ,"z":[${digits}]}`),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify({ value })),
  fc
    .tuple(text, text)
    .map(([one, other]) => `{"a":${JSON.stringify(one)},"a":${JSON.stringify(other)},"__proto__":{"p":1}}`),
);
/** Small faults, as many as there are kinds of them. */
const faulty = fc
  .tuple(
    line,
    fc.nat(),
    fc.constantFrom('"', '\\', '\\u12', '\t', '\0', '}', ']', ',', '0', '-', 'e', '', 'nul', '\x80'),
  )
  .map(([one, place, what]) => one.slice(0, place % one.length) + what + one.slice((place % one.length) + 1));
const end = fc.constantFrom('\n', '\n', '\n', '\r\n', ',\n', ' \n', '\n\n');

test('a line is read by its pattern as JSON.parse() reads it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end), { minLength: 4, maxLength: 60 }), (lines) =>
      expectTheSame(lines.flat().join('')),
    ),
    { numRuns: 400 },
  );
});

test('what is broken in a line is told by patterns as without', () => {
  const any = fc.oneof({ weight: 4, arbitrary: line }, faulty);
  fc.assert(
    fc.property(fc.array(fc.tuple(any, end), { minLength: 4, maxLength: 40 }), (lines) => {
      const whole = lines.flat().join('');
      expectTheSame(whole);
      expectTheSame(Buffer.from(whole, 'latin1'));
    }),
    { numRuns: 600 },
  );
});

test('every octet changed to every other, in a line behind one of its kind', () => {
  const known = '{"event":"open","n":-12.5e1,"tags":["a","b\\n"],"ok":true,"in":{"x":null}}\n';
  const octets = Buffer.from(known);
  for (let place = 0; place < octets.length; place += 1) {
    const lines: Buffer[] = [octets];
    for (let octet = 0; octet < 256; octet += 1) {
      const changed = Buffer.from(octets);
      changed[place] = octet;
      lines.push(changed, octets);
    }
    // Behind what is broken, lines are read as such again from the next piece on.
    expectTheSame(Buffer.concat(lines), [2 * octets.length]);
  }
});

test('of a key that stands twice the last value holds, at any depth', () => {
  const lines = [
    '{"a":{"b":{"c":"1"}},"a":"2"}',
    '{"a":[{"b":1}],"a":{"b":[2]}}',
    '{"a":{"b":1,"b":{"c":"x"}},"d":"y"}',
  ];
  for (const one of lines) expectTheSame(`${one}\n`.repeat(5));
});

test('a number beyond 2^53 where a key belongs is what it is without patterns', () => {
  expectTheSame('{"a":1,9007199254740993:{}}\n'.repeat(5));
});

test('an escape that is none is told, and the values before it stay those of their own lines', () => {
  const lines = ['{"a":"1","b":"2"}', '{"a":"3","b":"4"}', String.raw`{"a":"5","b":"\x"}`, '{"a":"7","b":"8"}'];
  expect(read(`${lines.join('\n')}\n`, 65_536, true)).toEqual([
    { a: '1', b: '2' },
    { a: '3', b: '4' },
    ['broken JSON', lines[2]],
    { a: '7', b: '8' },
  ]);
});

test('objects that have each another shape are read all the same, and keep no memory', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => JSON.stringify({ [`key${n}`]: `value ${n}`, n, again: [n] }));
  const whole = `${lines.join('\n')}\n`;
  expect(read(whole, 65_536, true)).toEqual(lines.map((one) => JSON.parse(one) as unknown));
});

test('a text that came before is found again by all of its octets', () => {
  const names = Array.from({ length: 3000 }, (_, n) => `campaign ${n % 7} of ${n % 11} in ${(n * 7919) % 300}`);
  const whole = names
    .map((name) => `{"name":"${name}","short":"${name.slice(9, 10)}","of":"é${name.slice(-2)}"}\n`)
    .join('');
  expectTheSame(whole);
});

/** Events of all lines, looked at when all have been read. */
function eventsOf(format: RecordFormat, lines: string, isDoneWith: boolean): readonly MailEvent[] {
  const events: MailEvent[] = [];
  const sink = { event: (event: MailEvent) => void events.push(event), unread: () => undefined };
  const take = (value: JsonObject): boolean => format.read(value, sink, { latest: 2e9 });
  const splitter = recordSplitter({
    record: (value) => void (take(value) || readInside(value, take, () => undefined)),
    unread: () => undefined,
    isDoneWith,
  });
  splitter.push(Buffer.from(lines));
  splitter.end();
  return events;
}

const FOLDER = 'fixtures/logs';
const formats = logFormats.filter((format): format is RecordFormat => format.shape === 'records');
const samples = readdirSync(FOLDER)
  .filter((name) => /\.(?:nd)?json$/.test(name))
  .flatMap((name) => formats.filter(({ id }) => name.startsWith(`${id}.`)).map((format) => ({ name, format })));

test.each(samples)('$name: an event keeps nothing of an object that is used again', ({ name, format }) => {
  const objects: string[] = [];
  const splitter = recordSplitter({
    record: (value) => void objects.push(JSON.stringify(value)),
    unread: () => undefined,
  });
  splitter.push(readFileSync(`${FOLDER}/${name}`));
  splitter.end();
  const lines = `${[...objects, ...objects, ...objects].join('\n')}\n`;
  const events = eventsOf(format, lines, true);
  expect(events.length).toBeGreaterThan(0);
  expect(events).toStrictEqual(eventsOf(format, lines, false));
});

test('lines that have each another shape, among others of one, stop being learned from', () => {
  const usual = `{"event":"open","id":"${'x'.repeat(300)}"}\n`;
  const lines = Array.from({ length: 20_000 }, (_, n) => {
    const keys = Array.from({ length: 12 }, (__, place) => `"${'abcdefghij'[(n >> place) % 10]}${place}":"${n}"`);
    return `{${keys.join(',')},"last${n}":1}\n${usual}${usual}`;
  });
  let count = 0;
  const splitter = recordSplitter({ record: () => (count += 1), unread: () => undefined, isDoneWith: true });
  const before = process.memoryUsage().heapUsed;
  for (const one of lines) splitter.push(Buffer.from(one));
  expect(count).toBe(3 * lines.length);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(48 * 1024 * 1024);
});
