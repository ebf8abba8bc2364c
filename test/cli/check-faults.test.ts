import { describe, expect, onTestFinished, test } from 'vitest';
import type { RecordType } from '../../src/net/net.ts';
import { rsaKeys } from '../support/certificates.ts';
import { audited, type Audited } from '../support/audited.ts';
import { DNS_FAULTS } from '../support/dns-faults.ts';
import { startDnsServer } from '../support/dns-server.ts';
import type { Behaviour } from '../support/dns-server.ts';
import { soa } from '../support/live-world.ts';
import { worldOf } from '../support/zone-servers.ts';

const FAMILIES = ['spf', 'dmarc', 'mx', 'dkim'] as const;
const KEY = rsaKeys(2048).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const healthy = worldOf(`
@ SOA ns1 hostmaster 1 7200 900 1209600 300
@ NS ns1
@ NS ns2.example.net.
ns1 A 192.0.2.53
ns2.example.net. A 198.51.100.53
@ MX 10 mx
mx A 192.0.2.25
mx AAAA 2001:db8::25
mx TXT "v=spf1 a -all"
@ TXT "v=spf1 mx include:_spf.example.net ~all"
_spf.example.net. TXT "v=spf1 ip4:198.51.100.0/24 -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
s1._domainkey TXT ( "v=DKIM1; k=rsa; p=" "${KEY.slice(0, 200)}" "${KEY.slice(200)}" )
`);
const wellBehaved: Behaviour = async ({ name, type }) => {
  const answer = await healthy.resolve(name.toLowerCase(), type as RecordType);
  if (answer.status === 'failed') return { rcode: 2 };
  if (answer.status === 'ok') return { records: answer.records };
  return { rcode: answer.status === 'nxdomain' ? 3 : 0, authority: [soa('', 300, 300)] };
};

const families = FAMILIES.flatMap((family) => ['--only', family]);

/** An audit over a server that behaves so, at this name or everywhere, and how long it takes in milliseconds. */
async function auditOver(
  fault: Behaviour,
  { at, checks = families, timeout = '0.05' }: { at?: string; checks?: readonly string[]; timeout?: string } = {},
): Promise<Audited & { readonly took: number }> {
  // A chain of CNAMEs goes on at names of its own.
  const isFaulty = (name: string): boolean => at === undefined || name === at || name.startsWith('link-');
  const server = await startDnsServer((asked) =>
    isFaulty(asked.name.toLowerCase()) ? fault(asked) : wellBehaved(asked),
  );
  onTestFinished(() => server.close());
  const resolver = ['--resolver', `127.0.0.1:${server.port}`, '--timeout', timeout];
  const begin = performance.now();
  const run = await audited({}, ...resolver, ...checks, '--selector', 's1', '--fail-on', 'note');
  return { ...run, took: performance.now() - begin };
}

/** Whatever can be asked. */
const EVERYTHING = ['--probe-smtp', '--ask-servers', '--ip', '192.0.2.25', '--dnsbl', 'dnsbl.example.net'];
/** Checks that look at the name of the domain, or at an address the user named, which nobody has to ask for. */
const WITHOUT_DNS = ['dmarc/name-depth', 'host/public-address'];

test('the world without faults is a good one', async () => {
  const { exitCode, codes, outcomes } = await auditOver(wellBehaved);
  expect([codes(), exitCode]).toEqual([[], 0]);
  for (const family of FAMILIES) expect(outcomes(family)).not.toContain('inconclusive');
});

test.each(Object.entries(DNS_FAULTS))(
  '%s is never taken for "not there", is told, and is soon over',
  async (_, fault) => {
    const { exitCode, codes, outcomes, results, took } = await auditOver(fault, { checks: EVERYTHING });
    expect(codes()).toEqual([]);
    for (const family of FAMILIES) expect(outcomes(family)).toContain('inconclusive');
    const passed = results.filter(({ outcome }) => outcome === 'pass').map(({ check }) => check);
    expect(passed).toEqual(WITHOUT_DNS);
    expect(exitCode).toBe(3);
    expect(took).toBeLessThan(8000);
  },
);

const SOME_FAULTS = [
  'silence',
  'SERVFAIL',
  'truncation, and a connection that is closed',
  'NXDOMAIN from another zone',
];

describe.each(SOME_FAULTS)('%s at one name', (fault) => {
  test.each([
    ['_dmarc.example.com', 'dmarc'],
    ['s1._domainkey.example.com', 'dkim'],
    ['_spf.example.net', 'spf'],
    ['mx.example.com', 'mx'],
  ])('(%s) leaves all but %s decided', async (at, family) => {
    const { exitCode, codes, outcomes } = await auditOver(DNS_FAULTS[fault] ?? wellBehaved, { at, timeout: '0.1' });
    expect([codes(), exitCode]).toEqual([[], 3]);
    // An SPF record with `mx` in it depends on the addresses of the mail hosts.
    const open = FAMILIES.filter((one) => one === family || (one === 'spf' && family === 'mx'));
    expect(FAMILIES.filter((one) => outcomes(one).includes('inconclusive'))).toEqual(open);
  });
});

describe.each(['a CNAME to itself', 'a loop of two CNAMEs', 'CNAMEs without end', 'a hundred CNAMEs at once'])(
  '%s at one name',
  (fault) => {
    test.each([
      ['_dmarc.example.com', 'dmarc'],
      ['s1._domainkey.example.com', 'dkim'],
      ['_spf.example.net', 'spf'],
      ['mx.example.com', 'mx'],
    ])('(%s) is told, and nothing is missing', async (at) => {
      const { exitCode, codes } = await auditOver(DNS_FAULTS[fault] ?? wellBehaved, { at });
      expect([codes(), exitCode]).toEqual([[], 3]);
    });
  },
);
