import { describe, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';
import { RECORDING, truth } from '../traffic/world.ts';

interface Audit {
  readonly summary: { readonly inconclusive: number; readonly exitCode: number };
  readonly subjects: readonly {
    readonly results: readonly {
      check: string;
      outcome: string;
      findings: readonly { code: string; message: string }[];
    }[];
  }[];
}

async function audit(domain: string, ...world: readonly string[]): Promise<Audit> {
  const { stdout } = await sendaudit('check', domain, ...world, '--format', 'json');
  return JSON.parse(stdout) as Audit;
}
const said = ({ subjects }: Audit): string[] =>
  subjects.flatMap(({ results }) =>
    results.flatMap(({ findings }) => findings.map(({ code, message }) => `${code} ${message}`)),
  );

/** What a planted fault must be found as. Faults that are no fault of the records alone are not here. */
const FOUND_AS: Readonly<Record<string, RegExp>> = {
  'spf eleven-lookups': /^spf\/lookup-limit:over SPF needs 11 DNS lookups/,
  'spf dead-include': /^spf\/target-registration:unregistered .*old-crm\.example/,
  'spf useless-include': /^spf\/unaligned-includes:/,
  'spf dead-address': /^spf\/dead-names:missing .*fax\.casaluna\.example/,
  'dkim short-key': /^dkim\/key-strength:short .*hs1-4711802.* 1024 bits/,
  'dkim revoked-key': /^dkim\/revoked-key:retired .*old2023/,
  'dmarc policy-none': /^dmarc\/enforcement:none .*p=none/,
  'dmarc no-nonexistent-policy': /^dmarc\/nonexistent-subdomains:implicit /,
  'dmarc historic-tag': /^dmarc\/percentage:obsolete .*pct=100/,
  'dmarc unwilling-destination': /^dmarc\/external-destinations:unwilling .*dmarc-service\.example/,
  'dmarc failure-reports': /^dmarc\/failure-reports:requested .*ruf=/,
  'mta-sts no-record': /^mta-sts\/record:missing /,
  'dns unsigned': /^dns\/dnssec:unsigned /,
  'mx no-address': /^mx\/host-address:some .*backup\.casaluna\.example/,
};
/** Told by the traffic, or by what stands at another domain, or a choice rather than a fault. */
const NOT_IN_THE_RECORDS = new Set([
  'spf soft-fail',
  'spf no-record',
  'dkim no-selector',
  'dmarc no-subdomain-policy',
  'dmarc no-record',
]);

describe.each([
  ['zone files', ['--zone', 'fixtures/world/zones']],
  ['a recording', RECORDING],
] as const)('the audit of casaluna.example from %s', (_, world) => {
  test('finds every fault that was planted, and nothing else', async () => {
    const findings = said(await audit('casaluna.example', ...world));
    const planted = truth.dns.faults.map(({ topic, id }) => `${topic} ${id}`);
    for (const fault of planted) {
      if (NOT_IN_THE_RECORDS.has(fault)) continue;
      const pattern = FOUND_AS[fault];
      expect(pattern, fault).toBeDefined();
      expect(findings, fault).toContainEqual(expect.stringMatching(pattern ?? /^$/));
    }
    const patterns = Object.values(FOUND_AS);
    expect(findings.filter((finding) => !patterns.some((pattern) => pattern.test(finding)))).toEqual([]);
  });

  test('decides everything', async () => {
    const { summary, subjects } = await audit('casaluna.example', ...world);
    const open = subjects.flatMap(({ results }) => results.filter(({ outcome }) => outcome === 'inconclusive'));
    expect(open.map(({ check }) => check)).toEqual([]);
    expect(summary).toMatchObject({ inconclusive: 0, exitCode: 1 });
  });

  test('counts 11 lookups and 2 void ones', async () => {
    const { stdout } = await sendaudit('spf', 'casaluna.example', ...world, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      lookups: { min: truth.dns.spfLookups, max: truth.dns.spfLookups },
      voids: { ipv4: { min: truth.dns.spfVoids, max: truth.dns.spfVoids } },
    });
  });
});

test('a recording and the zone files it was recorded from say the same', async () => {
  const [recorded, zoned] = await Promise.all([
    audit('casaluna.example', ...RECORDING),
    audit('casaluna.example', '--zone', 'fixtures/world/zones'),
  ]);
  expect(said(recorded).toSorted()).toEqual(said(zoned).toSorted());
});

test('the help desk sends without SPF, and the organisation may sign for it', async () => {
  const findings = said(await audit('help.casaluna.example', '--zone', 'fixtures/world/zones'));
  expect(findings).toContainEqual(expect.stringMatching(/^spf\/record:/));
  expect(findings).not.toContainEqual(expect.stringMatching(/^dkim\/key:/));
});
