import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { differences } from '../../src/dev/world/compare.ts';
import { sharesOf } from '../../src/dev/world/shares.ts';
import { unpacked } from '../../src/dev/world/unpacked.ts';
import { theWorld } from '../../src/dev/world/world.ts';

const folder = resolve(import.meta.dirname, '../../fixtures/world');

interface FileTruth {
  readonly path: string;
  readonly member?: string;
  readonly status: 'read' | 'duplicate' | 'unreadable';
  readonly reporter: string;
  readonly reportId: string;
  readonly begin: number;
  readonly end: number;
  readonly records: number;
  readonly messages: number;
  readonly rows?: readonly { readonly sourceIp: string; readonly count: number; readonly stream: string }[];
}
interface Truth {
  readonly totals: Readonly<Record<string, number>>;
  readonly streams: readonly ({ readonly key: string; readonly class: string } & Readonly<Record<string, number>>)[];
  readonly files: readonly FileTruth[];
}
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const having = (status: FileTruth['status']): FileTruth[] => truth.files.filter((file) => file.status === status);
const read = having('read');
const rows = read.flatMap((file) => file.rows ?? []);

/** A report's text as it lies on disk, whatever it is packed in. */
async function textOf({ path, member }: FileTruth): Promise<string> {
  const members = await unpacked(readFileSync(join(folder, path)));
  const content = member === undefined ? [...members.values()][0] : members.get(member);
  return (content ?? Buffer.alloc(0)).toString('latin1');
}

describe('the fixture world', () => {
  test('is committed as the generator makes it', async () => {
    expect(await differences(folder, theWorld())).toEqual([]);
  });

  test('is the same every time it is made', () => {
    expect([...theWorld()]).toEqual([...theWorld()]);
  });

  test('is small, and its names are legal on every system', () => {
    const names = readdirSync(join(folder, 'dmarc'));
    expect(sum(names.map((name) => statSync(join(folder, 'dmarc', name)).size))).toBeLessThan(1_500_000);
    expect(names.filter((name) => !/^[\w!.-]+$/.test(name))).toEqual([]);
  });
});

describe('the truth', () => {
  test('counts 62 reports of 184,310 messages, 3 duplicates and 2 unreadable files', () => {
    expect(truth.totals).toMatchObject({ files: 66, reports: 62, duplicates: 3, unreadable: 2, messages: 184_310 });
    expect([read.length, having('duplicate').length, having('unreadable').length]).toEqual([62, 3, 2]);
    expect(new Set(truth.files.map(({ path }) => path)).size).toBe(66);
  });

  test('adds up by file, by row and by stream', () => {
    const { messages, records, pass, fail } = truth.totals;
    expect(sum(read.map((file) => file.messages))).toBe(messages);
    expect(sum(rows.map(({ count }) => count))).toBe(messages);
    expect(rows).toHaveLength(records ?? 0);
    expect(sum(truth.streams.map((stream) => stream['messages'] ?? 0))).toBe(messages);
    expect(sum(truth.streams.map((stream) => stream['pass'] ?? 0))).toBe(pass);
    expect((pass ?? 0) + (fail ?? 0)).toBe(messages);
  });

  test.each(truth.streams)('of $key is that of its rows', (stream) => {
    const own = rows.filter((row) => row.stream === stream.key);
    expect(sum(own.map(({ count }) => count))).toBe(stream['messages']);
    expect(new Set(own.map(({ sourceIp }) => sourceIp)).size).toBe(stream['sources']);
  });

  test('gives every address to one stream', () => {
    const streamsOf = Map.groupBy(rows, ({ sourceIp }) => sourceIp);
    const shared = [...streamsOf].filter(([, seen]) => new Set(seen.map(({ stream }) => stream)).size > 1);
    expect(shared).toEqual([]);
  });

  test('lies within 1–30 October 2026', () => {
    expect(Math.min(...read.map(({ begin }) => begin))).toBe(Date.UTC(2026, 9, 1) / 1000);
    expect(Math.max(...read.map(({ end }) => end))).toBeLessThan(Date.UTC(2026, 9, 31) / 1000);
  });
});

describe('the reports on disk', () => {
  test.each([...read, ...having('duplicate')])('$path $member holds the records the truth says', async (file) => {
    const text = await textOf(file);
    const values = (name: string): string[] =>
      [...text.matchAll(new RegExp(`<(?:dmarc:)?${name}>([^<]*)</`, 'g'))].map(([, value]) => value ?? '');
    expect(values('count').map(Number)).toHaveLength(file.records);
    expect(sum(values('count').map(Number))).toBe(file.messages);
    if (file.rows) expect(values('source_ip')).toEqual(file.rows.map(({ sourceIp }) => sourceIp));
    expect(values('report_id')).toEqual([file.reportId]);
    expect([values('begin'), values('end')]).toEqual([[String(file.begin)], [String(file.end)]]);
  });

  test.each(having('duplicate'))('$path is a copy of another, packed differently', async (file) => {
    const first = read.find((other) => other.reportId === file.reportId && other.reporter === file.reporter);
    if (first === undefined) throw new Error('there is no first copy');
    expect(await textOf(file)).toBe(await textOf(first));
    expect(readFileSync(join(folder, file.path)).equals(readFileSync(join(folder, first.path)))).toBe(false);
  });

  test.each(having('unreadable'))('$path holds no whole record', async ({ path }) => {
    const file = readFileSync(join(folder, path));
    const gzipped = file.readUInt16BE(0) === 0x1f8b;
    // Z_SYNC_FLUSH takes what there is before the end of a stream that was cut.
    const text = gzipped ? inflateRawSync(file.subarray(10), { finishFlush: 2 }).toString() : file.toString();
    expect(text).toMatch(gzipped ? /<record>/ : /<html/);
    expect(text).not.toContain('</record>');
  });
});

test('shares add up whatever the weights', () => {
  expect(sharesOf(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(sharesOf(7, [0, 5, 0.1])).toEqual([0, 7, 0]);
  expect(() => sharesOf(1, [0])).toThrow('nobody');
});
