import type { Example, ExampleRow } from '../../src/core/check.ts';
import { NO_INPUTS } from '../../src/core/report.ts';
import { knownProviders } from '../../src/providers/known.ts';
import { pslOrgDomain } from '../../src/dmarc-policy/psl.ts';
import type { DmarcRecord, ReportHead } from '../../src/reports/aggregate/row.ts';
import { newTallies } from '../../src/streams/tally.ts';
import { attributed } from '../../src/traffic/attributed.ts';
import type { Traffic } from '../../src/traffic/traffic.ts';

/** The traffic of an example: one report that holds its rows. */
export async function exampleTraffic({
  traffic = [],
  policy = 'none',
  domain = 'example.com',
}: Example): Promise<Traffic> {
  const tallies = newTallies();
  const head: ReportHead = {
    reporter: 'receiver.example',
    reportId: '1',
    begin: 1_759_276_800,
    end: 1_759_363_200,
    policyDomain: domain,
    policy: { p: policy },
    errors: [],
  };
  tallies.report(head);
  for (const row of traffic) tallies.add(head, recordOf(row));
  return attributed(
    { tallies, inputs: NO_INPUTS, files: 1, reports: 1, duplicates: [] },
    { catalogue: knownProviders() },
  );
}

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
