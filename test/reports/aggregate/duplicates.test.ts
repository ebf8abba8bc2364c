import { describe, expect, it } from 'vitest';
import { documentFromText } from '../../../src/intake/document.ts';
import { reportKey, seenReports } from '../../../src/reports/aggregate/duplicates.ts';
import { readAggregate } from '../../../src/reports/aggregate/read.ts';
import type { ReportHead } from '../../../src/reports/aggregate/row.ts';
import { manyRecords, recordXml, reportXml } from '../../support/aggregate-xml.ts';

const head: ReportHead = {
  reporter: 'Receiver Inc',
  reportId: 'r1',
  begin: 1,
  end: 2,
  policyDomain: 'example.com',
  policy: {},
  errors: [],
};

describe('a report key', () => {
  it('does not mind how the reporter writes its name', () => {
    expect(reportKey({ ...head, reporter: 'RECEIVER inc' })).toBe(reportKey(head));
  });

  it.each([{ reporter: 'Other' }, { reportId: 'r2' }, { begin: 0 }, { end: 3 }, { policyDomain: 'example.org' }])(
    'tells reports apart by %o',
    (other) => {
      expect(reportKey({ ...head, ...other })).not.toBe(reportKey(head));
    },
  );
});

describe('copies of a report', () => {
  const records = manyRecords(5);
  const whole = reportXml({ records });
  const cut = (count: number): string => reportXml({ records: records.slice(0, count), end: '<record><row>' });

  it('count once', async () => {
    expect(await countsOf([whole, whole])).toEqual([[1, 2, 3, 4, 5], []]);
  });

  it('count once, however they are cut off', async () => {
    expect(await countsOf([whole, cut(3)])).toEqual([[1, 2, 3, 4, 5], []]);
    expect(await countsOf([cut(3), cut(1), cut(3)])).toEqual([[1, 2, 3], [], []]);
  });

  it('complete one that was cut off', async () => {
    expect(await countsOf([cut(2), cut(3), whole, whole])).toEqual([[1, 2], [3], [4, 5], []]);
  });

  it('complete one that broke in its head', async () => {
    expect(await countsOf([whole.slice(0, 200), whole])).toEqual([[], [1, 2, 3, 4, 5]]);
  });

  it('never count a record twice where the first copy had a broken one in the middle', async () => {
    const broken = reportXml({ records: [...records.slice(0, 1), recordXml().slice(0, 120), ...records.slice(2)] });
    expect(await countsOf([broken, whole])).toEqual([[1, 3, 4, 5], []]);
    expect(await countsOf([cut(2), broken])).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('are told where the report was read first', () => {
    const seen = seenReports();
    expect(seen.arrival(head, 'a.xml')).toMatchObject({ news: 'first', path: 'a.xml', known: 0 });
    expect(seen.arrival(head, 'b.xml')).toMatchObject({ news: 'rest', path: 'a.xml' });
    seen.arrival(head, 'c.xml').ended({ records: 2, complete: true });
    expect(seen.arrival(head, 'd.xml')).toMatchObject({ news: 'none', path: 'a.xml', known: 2 });
    // One that was complete remains so, whatever comes of its copies.
    seen.arrival(head, 'e.xml').ended({ records: 1, complete: false });
    expect(seen.arrival(head, 'f.xml')).toMatchObject({ news: 'none', known: 2 });
  });
});

/** The counts of the records that each copy adds. */
async function countsOf(copies: readonly string[]): Promise<number[][]> {
  const seen = seenReports();
  const counts: number[][] = [];
  for (const [at, text] of copies.entries()) {
    const added: number[] = [];
    let arrival: ReturnType<typeof seen.arrival> | undefined;
    await readAggregate(documentFromText(`${at}.xml`, text), {
      head(found) {
        arrival = seen.arrival(found, `${at}.xml`);
        return arrival.news === 'none' ? 'skip' : 'read';
      },
      record({ count }, place) {
        if (place > (arrival?.known ?? 0)) added.push(count);
      },
      end: (report) => arrival?.ended(report),
    });
    counts.push(added);
  }
  return counts;
}
