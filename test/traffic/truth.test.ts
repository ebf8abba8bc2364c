import { describe, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';
import { RECORDING, REPORTS, truth, type TrueStream } from './world.ts';

interface PrintedRow {
  readonly reporter: string;
  readonly reportId: string;
  readonly sourceIp: string;
  readonly count: number;
  readonly dkimAligned: boolean;
  readonly spfAligned: boolean;
  readonly stream: string;
  readonly provider: string | null;
  readonly class: TrueStream['class'];
}
interface Document {
  readonly totals: Readonly<Record<string, number>>;
  readonly inputs: { readonly failed: readonly { path: string }[] };
  readonly reporters: readonly { reporter: string; reports: number; records: number; messages: number }[];
  readonly streams: readonly (TrueStream & { readonly id: string; readonly headerFrom: string; records: number })[];
  readonly sources: readonly { ip: string; stream: string; messages: number; pass: number }[];
  readonly sourcesOmitted: number;
  readonly refusedAtReject: Readonly<Record<string, number>>;
}

const trueStream = new Map(truth.streams.map((stream) => [stream.key, stream]));
const ours = (streamClass: TrueStream['class']): boolean => streamClass === 'aligned' || streamClass === 'fixable';

/** Reading a month takes a while, and several tests look at the same one. */
const printed = new Map<string, Promise<string>>();
function stdoutOf(...argv: readonly string[]): Promise<string> {
  const known = printed.get(argv.join(' ')) ?? sendaudit('dmarc', REPORTS, ...argv).then(({ stdout }) => stdout);
  printed.set(argv.join(' '), known);
  return known;
}
const rowsOf = async (...options: readonly string[]): Promise<PrintedRow[]> =>
  (await stdoutOf(...options, '--format', 'jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PrintedRow);
const documentOf = async (...options: readonly string[]): Promise<Document> =>
  JSON.parse(await stdoutOf(...options, '--format', 'json')) as Document;

/** Every row with the stream it truly belongs to. */
function judged(rows: readonly PrintedRow[]): { readonly row: PrintedRow; readonly truly: TrueStream }[] {
  const byReport = Map.groupBy(rows, ({ reporter, reportId }) => `${reporter} ${reportId}`);
  return truth.files.flatMap(({ reporter, reportId, rows: wanted = [] }) =>
    wanted.map(({ sourceIp, count, stream }, index) => {
      const row = byReport.get(`${reporter} ${reportId}`)?.[index];
      expect({ reporter, sourceIp: row?.sourceIp, count: row?.count }).toEqual({ reporter, sourceIp, count });
      const truly = trueStream.get(stream);
      if (row === undefined || truly === undefined) throw new Error(`no stream ${stream}`);
      return { row, truly };
    }),
  );
}

function isRight({ row, truly }: { readonly row: PrintedRow; readonly truly: TrueStream }): boolean {
  if (!ours(truly.class)) return row.class === truly.class;
  const passes = row.dkimAligned || row.spfAligned;
  if (row.class !== (passes ? 'aligned' : 'fixable')) return false;
  // Senders of one's own have no service to name.
  return truly.provider === null ? row.provider === null || row.provider === 'own' : row.provider === truly.provider;
}

const messagesIn = (items: readonly { readonly row: PrintedRow }[]): number =>
  items.reduce((sum, { row }) => sum + row.count, 0);

describe.each([
  ['offline', []],
  ['with DNS', RECORDING],
] as const)('a month of reports, %s', (_, options) => {
  test('is counted to the message', async () => {
    const { totals, reporters, inputs } = await documentOf(...options);
    const { files, reports, duplicates, records, messages, pass, fail } = truth.totals;
    expect(totals).toEqual({ files, reports, duplicates, records, messages, pass, fail });
    expect(reporters).toHaveLength(truth.totals.reporters);
    expect(inputs.failed.map(({ path }) => path).toSorted()).toEqual(
      truth.files.filter(({ status }) => status === 'unreadable').map(({ path }) => `fixtures/world/${path}`),
    );
  });

  test('has rows that add up to its streams, its sources and its reporters', async () => {
    const [rows, { streams, sources, sourcesOmitted, reporters, totals }] = await Promise.all([
      rowsOf(...options),
      documentOf(...options),
    ]);
    const sum = (items: readonly PrintedRow[]): object => ({
      messages: items.reduce((total, row) => total + row.count, 0),
      pass: items.reduce((total, row) => total + (row.dkimAligned || row.spfAligned ? row.count : 0), 0),
      dkimAligned: items.reduce((total, row) => total + (row.dkimAligned ? row.count : 0), 0),
      spfAligned: items.reduce((total, row) => total + (row.spfAligned ? row.count : 0), 0),
      sources: new Set(items.map(({ sourceIp }) => sourceIp)).size,
    });
    const byStream = Map.groupBy(rows, ({ stream }) => stream);
    expect(
      Object.fromEntries(
        streams.map((stream) => [stream.id, expect.objectContaining(sum(byStream.get(stream.id) ?? []))]),
      ),
    ).toEqual(Object.fromEntries(streams.map((stream) => [stream.id, stream])));
    expect(byStream.size).toBe(streams.length);
    expect(sourcesOmitted).toBe(0);
    for (const list of [streams, sources, reporters])
      expect(list.reduce((total, { messages }) => total + messages, 0)).toBe(totals['messages']);
  });
});

test('with the domain’s SPF tree at hand, every message is attributed right', async () => {
  const wrong = judged(await rowsOf(...RECORDING)).filter((one) => !isRight(one));
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('offline at least 999 of 1,000 messages are, and only the unsigned contact form is missed', async () => {
  const all = judged(await rowsOf());
  const wrong = all.filter((one) => !isRight(one));
  expect([...new Set(wrong.map(({ truly }) => truly.key))]).toEqual(['shop']);
  expect(messagesIn(wrong) / messagesIn(all)).toBeLessThan(0.001);
});

test('streams come to what they truly are, forwarders and spoofers in one each', async () => {
  const { streams, refusedAtReject } = await documentOf(...RECORDING);
  type Sums = Pick<TrueStream, 'messages' | 'pass' | 'dkimAligned' | 'spfAligned'>;
  const summed = (items: readonly (Sums & { readonly group: string })[]): Record<string, Sums> => {
    const sums: Record<string, Sums> = {};
    for (const { group, messages, pass, dkimAligned, spfAligned } of items) {
      const before = sums[group] ?? { messages: 0, pass: 0, dkimAligned: 0, spfAligned: 0 };
      sums[group] = {
        messages: before.messages + messages,
        pass: before.pass + pass,
        dkimAligned: before.dkimAligned + dkimAligned,
        spfAligned: before.spfAligned + spfAligned,
      };
    }
    return sums;
  };
  const group = (stream: Pick<TrueStream, 'class' | 'provider'>): string =>
    ours(stream.class) ? `${stream.class} ${stream.provider ?? 'own'}` : stream.class;
  const told = summed(streams.map((stream) => ({ ...stream, group: group(stream) })));
  const truly = summed(truth.streams.map((stream) => ({ ...stream, group: group(stream) })));
  expect(told).toEqual(truly);
  const failing = (wanted: (stream: TrueStream) => boolean): number =>
    truth.streams.filter((stream) => wanted(stream)).reduce((sum, { messages, pass }) => sum + messages - pass, 0);
  expect(refusedAtReject).toEqual({
    ours: failing((stream) => ours(stream.class)),
    forwarded: failing((stream) => stream.class === 'forwarded'),
    suspicious: failing((stream) => stream.class === 'suspicious'),
  });
});
