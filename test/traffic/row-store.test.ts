import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DmarcRecord, ReportHead } from '../../src/reports/aggregate/row.ts';
import { newRowStore } from '../../src/traffic/rows.ts';

const HEAD: ReportHead = {
  reporter: 'r',
  reportId: '1',
  begin: 0,
  end: 86_400,
  policyDomain: 'example.com',
  policy: {},
  errors: [],
};
const LISTS = [
  [],
  [{ domain: 'a.example', result: 'pass' }],
  [{ domain: 'b.example', result: 'fail', selector: '@#\n' }],
];

const anyRecord: fc.Arbitrary<DmarcRecord> = fc.record(
  {
    sourceIp: fc.oneof(fc.ipV4(), fc.string({ unit: 'binary' }), fc.constantFrom('1 2', '#', '@0 {}', '\n')),
    count: fc.nat(),
    headerFrom: fc.constantFrom('a.example', 'b.example'),
    envelopeTo: fc.constantFrom('c.example', ''),
    dkimAligned: fc.boolean(),
    disposition: fc.constantFrom('none', 'reject'),
    overrides: fc.constant([]),
    // The same lists for several rows, as the reader hands them out, and lists of their own.
    dkim: fc.oneof(
      fc.constantFrom(...LISTS),
      fc.constant([]).map(() => []),
    ),
    spf: fc.constantFrom(...LISTS),
  },
  { requiredKeys: ['sourceIp', 'count', 'headerFrom', 'overrides', 'dkim', 'spf'] },
);

describe('rows that wait in a file', () => {
  it('come back as they were, whatever they share and whatever stands in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord), fc.nat(), async (records, place) => {
        fc.pre(records.every(({ sourceIp }) => sourceIp.isWellFormed()));
        const store = await newRowStore();
        try {
          const marked = records.length === 0 ? 0 : place % records.length;
          let mark = 0;
          for (const [key, record] of records.entries()) {
            if (key === marked) mark = store.end();
            store.add(HEAD, record, key);
          }
          const back = (): unknown[] => [...store.read()].map(({ row, key }) => ({ key, ...row }));
          const expected = records.map((record, key) => expect.objectContaining({ key, reportId: '1', ...record }));
          expect(back()).toEqual(expected);
          store.startAt(mark);
          expect(back()).toEqual(expected.slice(marked));
        } finally {
          await store.close();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('come back where more of them are different than are remembered', async () => {
    const store = await newRowStore();
    try {
      const record = (n: number): DmarcRecord => ({
        sourceIp: '192.0.2.1',
        count: n,
        headerFrom: `${n % 5000}.example`,
        overrides: [],
        dkim: [],
        spf: [{ domain: `${n % 5000}.example`, result: 'pass' }],
      });
      for (let n = 0; n < 12_000; n += 1) store.add(HEAD, record(n), n);
      let n = 0;
      for (const { row, key } of store.read()) {
        expect({ key, from: row['headerFrom'], spf: row['spf'] }).toEqual({
          key: n,
          from: record(n).headerFrom,
          spf: record(n).spf,
        });
        n += 1;
      }
      expect(n).toBe(12_000);
    } finally {
      await store.close();
    }
  });
});
