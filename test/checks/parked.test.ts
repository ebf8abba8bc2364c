import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import type { Example } from '../../src/core/example.ts';
import type { Finding, RecordChange } from '../../src/core/outcome.ts';
import { runExample, withChanges } from '../support/example-world.ts';

type World = Omit<Example, 'name' | 'expect'>;

const ZONE = `@ SOA ns1.example.net. hostmaster.example.net. 2026110101 7200 900 1209600 3600
@ NS ns1.example.net.
@ NS ns2.example.org.
ns1.example.net. A 192.0.2.1
ns2.example.org. A 198.51.100.1`;

const PERFECT = `${ZONE}
@ MX 0 .
@ TXT "v=spf1 -all"
*._domainkey TXT "v=DKIM1; p="`;

/** What all checks together say. */
async function judged(world: World): Promise<{ readonly findings: Finding[]; readonly open: string[] }> {
  const results = await Promise.all(checks.map((check) => runExample(check, { name: '', expect: [], ...world })));
  return {
    findings: results.flatMap(({ findings }) => findings),
    open: results
      .filter(({ outcome }) => outcome === 'inconclusive' || outcome === 'crashed')
      .map(({ check }) => check),
  };
}
/** What is said of mail records; name servers and mail hosts are another matter. */
const ofMail = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ check }) => /^(?:dkim|dmarc|mx|parked|spf)\//.test(check));
const codes = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code).toSorted();

describe('a perfectly parked domain', () => {
  const records = [
    'v=DMARC1; p=reject',
    // As the wizards of DNS providers write it.
    'v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s;',
    'v=DMARC1; p=reject; sp=reject; np=reject; rua=mailto:reports@collector.example.net',
  ];
  const collector = `
collector.example.net. MX 10 mx.example.net.
mx.example.net. A 192.0.2.9
*._report._dmarc.collector.example.net. TXT "v=DMARC1"`;

  test.each(records)('has nothing held against it with %s', async (record) => {
    const zone = `${PERFECT}${collector}\n_dmarc TXT "${record}"`;
    expect(await judged({ zone, parked: true })).toEqual({ findings: [], open: [] });
    expect(await judged({ zone }), 'also where nobody says that it is parked').toEqual({ findings: [], open: [] });
  });

  test('may have a web site', async () => {
    const zone = `${PERFECT}\n_dmarc TXT "v=DMARC1; p=reject"\n@ A 192.0.2.80\nwww CNAME @`;
    expect(await judged({ zone, parked: true })).toEqual({ findings: [], open: [] });
    expect(await judged({ zone })).toEqual({ findings: [], open: [] });
  });

  test('may say nothing of keys where nobody says that it is parked', async () => {
    const zone = `${ZONE}\n@ MX 0 .\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"`;
    expect(codes((await judged({ zone })).findings)).toEqual([]);
    expect(codes((await judged({ zone, parked: true })).findings)).toEqual(['parked/dkim:unsaid']);
  });
});

describe('a parked domain', () => {
  test('that says nothing at all is told what to say, once each', async () => {
    const { findings } = await judged({ zone: `${ZONE}\n@ A 192.0.2.80`, parked: true });
    expect(codes(ofMail(findings))).toEqual([
      'parked/dkim:unsaid',
      'parked/dmarc:missing',
      'parked/mx:implicit',
      'parked/spf:missing',
    ]);
  });

  test('that still has the mail of old is told what to take away, and by nobody how to improve it', async () => {
    const zone = `${ZONE}
@ MX 10 mail
mail A 192.0.2.25
mail AAAA 2001:db8::25
@ TXT "v=spf1 mx ~all"
_dmarc TXT "v=DMARC1; p=none"`;
    const { findings } = await judged({ zone, parked: true });
    expect(codes(ofMail(findings))).toEqual([
      'parked/dkim:unsaid',
      'parked/dmarc:weaker',
      'parked/mx:hosts',
      'parked/spf:senders',
    ]);
  });

  test.each([
    '',
    '@ A 192.0.2.80',
    '@ MX 10 mail\n@ TXT "v=spf1 mx ~all"\n_dmarc TXT "v=DMARC1; p=none; sp=none; t=y"',
    '@ TXT "v=spf1 mx +all"',
    '@ TXT "v=spf1 mx ~all"\n@ TXT "v=spf1 include:a.example -all"',
    '@ TXT "v=spf1 ipv4:192.0.2.1 ~all"',
    '@ TXT " v=spf1 mx ~all"\n_dmarc TXT "v=DMARC1; p=reject; sp=none; np=none"',
    '@ MX 10 mail.example.com.example.com.\n@ TXT "v=spf1 a:gone.example.com mx ~all include:b.example"',
  ])('is perfect when all that is proposed is done: %j', async (records) => {
    const zone = `${ZONE}\n${records}`;
    const { findings } = await judged({ zone, parked: true });
    // Two findings may lead to the same record.
    const proposed = findings.flatMap((finding) => finding.changes).map((change) => JSON.stringify(change));
    const changes = [...new Set(proposed)].map((change) => JSON.parse(change) as RecordChange);
    expect(changes.length).toBeGreaterThanOrEqual(4);
    const after = await judged({ zone: withChanges(zone, changes), parked: true });
    expect(codes(after.findings)).toEqual([]);
  });
});
