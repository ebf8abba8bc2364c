import type { Example, ExampleRow } from '../../src/core/example.ts';
import { NO_INPUTS } from '../../src/core/report.ts';
import { knownProviders } from '../../src/providers/known.ts';
import { pslOrgDomain } from '../../src/dmarc-policy/psl.ts';
import type { DmarcRecord, ReportHead } from '../../src/reports/aggregate/row.ts';
import { newTallies } from '../../src/streams/tally.ts';
import { attributed } from '../../src/traffic/attributed.ts';
import type { Reading, Traffic } from '../../src/traffic/traffic.ts';

const DAY = 86_400;
/** 1 October 2025. */
const FIRST_DAY = 1_759_276_800;
const EARLIER_BY = 100 * DAY;

/** The traffic of an example: a report for each day that its rows name. */
export async function exampleTraffic({
  traffic = [],
  earlierTraffic,
  policy = 'none',
  domain = 'example.com',
}: Example): Promise<Traffic> {
  const read = (rows: readonly ExampleRow[], since: number): Reading => readingOf(rows, since, domain, policy);
  return attributed(read(traffic, FIRST_DAY), {
    catalogue: knownProviders(),
    ...(earlierTraffic === undefined ? {} : { earlier: read(earlierTraffic, FIRST_DAY - EARLIER_BY) }),
  });
}

function readingOf(rows: readonly ExampleRow[], since: number, domain: string, policy: string): Reading {
  const tallies = newTallies();
  const last = Math.max(1, ...rows.map((row) => daysOf(row)[1]));
  for (let day = 1; day <= last; day += 1) {
    const begin = since + (day - 1) * DAY;
    const head: ReportHead = {
      reporter: 'receiver.example',
      reportId: String(day),
      begin,
      end: begin + DAY,
      policyDomain: domain,
      policy: { p: policy },
      errors: [],
    };
    tallies.report(head);
    for (const row of rows) if (daysOf(row)[0] <= day && day <= daysOf(row)[1]) tallies.add(head, recordOf(row));
  }
  return { tallies, inputs: NO_INPUTS, files: last, reports: last, duplicates: [] };
}

const daysOf = ({ days = 1 }: ExampleRow): readonly [number, number] =>
  typeof days === 'number' ? [days, days] : days;

function recordOf({ from, ip, count, dkim, spf }: ExampleRow): DmarcRecord {
  const aligned = (name = ''): boolean => pslOrgDomain(name) === pslOrgDomain(from);
  const [signer = '', selector = '', dkimResult = ''] = dkim.split(' ');
  const [envelope = '', spfResult = ''] = spf.split(' ');
  return {
    sourceIp: ip,
    count,
    disposition: 'none',
    overrides: [],
    dkimAligned: dkimResult === 'pass' && aligned(signer),
    spfAligned: spfResult === 'pass' && aligned(envelope),
    headerFrom: from,
    dkim: dkim === '' ? [] : [{ domain: signer, selector, result: dkimResult }],
    spf: spf === '' ? [] : [{ domain: envelope, result: spfResult }],
  };
}
