import type { DmarcPolicy } from '../../protocols/dmarc.ts';
import { withoutTag, withTag } from '../../protocols/dmarc.ts';
import { dmarcName } from '../../dmarc-policy/answers.ts';
import { defineCheck } from '../define-check.ts';
import { attemptAnywhere, coverageOf, listedOrganisation } from '../dmarc/coverage.ts';
import { detailOf, recordToJudge, tagIn } from '../dmarc/judged-record.ts';
import { policyInForce } from '../dmarc/policies.ts';

const REFUSE = 'v=DMARC1; p=reject';

export default defineCheck({
  id: 'parked/dmarc',
  title: 'DMARC of a parked domain has all mail in its name refused',
  refs: [
    { label: 'RFC 9989 §5.1.7', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.1.7' },
    { label: 'RFC 9989 §4.7', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
    { label: 'M3AAWG: protecting parked domains', url: 'https://www.m3aawg.org/published-documents' },
  ],
  why: 'All mail in the name of a parked domain is forged, so there is nothing to try out first: `p=reject` has it refused, for sub-domains as well, and no mail of your own is in danger.',
  fix: 'Publish `v=DMARC1; p=reject` at `_dmarc` of the domain',
  needs: ['parked', 'dmarc'],
  considers: ['dmarcRecord', 'text', 'strayDmarc'],
  messages: {
    missing: { level: 'error', text: 'No DMARC record applies to the parked domain `{domain}`' },
    weaker: {
      level: 'error',
      text: '`{policy}` does not have all mail refused in the name of the parked domain `{domain}`',
    },
    subdomains: {
      level: 'warning',
      text: '`{policy}` does not have all mail refused from sub-domains of the parked domain `{domain}`',
    },
  },
  examples: [
    { name: 'reject', parked: true, zone: '_dmarc TXT "v=DMARC1; p=reject; sp=reject; adkim=s"', expect: [] },
    { name: 'no record', parked: true, zone: '@ TXT "v=spf1 -all"', expect: ['missing'] },
    { name: 'none', parked: true, zone: '_dmarc TXT "v=DMARC1; p=none; sp=none; t=y"', expect: ['weaker'] },
    { name: 'quarantine', parked: true, zone: '_dmarc TXT "v=DMARC1; p=quarantine"', expect: ['weaker'] },
    {
      name: 'less for sub-domains',
      parked: true,
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none; np=quarantine"',
      expect: ['subdomains', 'subdomains'],
    },
    {
      name: 'a parked sub-domain that inherits less',
      parked: true,
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none"\nold A 192.0.2.1',
      domain: 'old.example.com',
      expect: ['weaker'],
    },
    {
      name: 'one that inherits as much',
      parked: true,
      zone: '_dmarc TXT "v=DMARC1; p=reject"\nold A 192.0.2.1',
      domain: 'old.example.com',
      expect: [],
    },
    {
      name: 'two records, which are another matter',
      parked: true,
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc TXT "v=DMARC1; p=reject"',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a question that fails',
      parked: true,
      zone: '@ NS ns',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'a domain with mail', zone: '_dmarc TXT "v=DMARC1; p=none"', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ dmarc, dmarcRecord, text, strayDmarc }, findings) {
    const { domain } = findings;
    const publish = { kind: 'publish', name: dmarcName(domain), type: 'TXT', value: REFUSE } as const;
    const coverage = coverageOf(dmarc);
    if (coverage.state === 'unknown') {
      findings.inconclusive(coverage.reason);
      return;
    }
    if (dmarcRecord.state === 'absent' || coverage.state === 'none' || coverage.state === 'suffix') {
      const attempt = attemptAnywhere(dmarc, text, strayDmarc);
      if (attempt === undefined) findings.add('missing', { domain }, { changes: [publish] });
      else findings.notApplicable(`${attempt.what}, see ${attempt.check}`);
      return;
    }
    const record = recordToJudge({ dmarc, dmarcRecord: dmarcRecord.value }, findings);
    const policy = policyInForce(dmarc);
    // A policy that cannot be read counts as none, of which dmarc/policy tells.
    if (record === undefined || policy === undefined || policy.fallback) return;
    const reject = ['sp', 'np', 't', 'pct'].reduce(
      (rest, tag) => withoutTag(rest, tag),
      withTag(record.meant, 'p', 'reject'),
    );
    const isReject = (one: DmarcPolicy | undefined): boolean => one === undefined || one === 'reject';
    if (!isReject(policy.published)) {
      const written = tagIn(record, policy.tag) ?? tagIn(record, 'sp') ?? tagIn(record, 'p');
      const detail = detailOf(record, written, policy.inherited ? undefined : reject);
      const own = policy.inherited && dmarc.own.via.length === 0 ? { changes: [publish] } : {};
      findings.add(
        'weaker',
        { policy: `${written?.name ?? policy.tag}=${policy.published}`, domain },
        { ...detail, ...own },
      );
      return;
    }
    if (record.inherited || listedOrganisation(dmarc) !== domain) return;
    for (const tag of ['sp', 'np'] as const) {
      const published = record.value[tag];
      if (published === undefined || isReject(published)) continue;
      findings.add(
        'subdomains',
        { policy: `${tag}=${published}`, domain },
        detailOf(record, tagIn(record, tag), withoutTag(withoutTag(record.meant, 'sp'), 'np')),
      );
    }
  },
});
