import { dmarcName } from '../../dmarc-policy/answers.ts';
import { withoutTag, withTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { coverageOf } from '../dmarc/coverage.ts';
import { detailOf, recordToJudge, tagIn } from '../dmarc/judged-record.ts';
import { isWeaker, policyInForce } from '../dmarc/policies.ts';
import { remedy } from './remedy.ts';

export default defineCheck({
  id: 'expectation/policy',
  title: 'The DMARC policy is at least the one expected',
  refs: [{ label: 'RFC 9989 §5.1.7', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.1.7' }],
  why: 'A policy is lowered for a test and left there, or lost when a zone is copied, and no mail shows it: what was refused yesterday is let through today.',
  fix: 'Publish the policy that is expected, or correct what is expected',
  needs: ['expectations', 'existence'],
  considers: ['dmarc', 'dmarcRecord', 'parked'],
  messages: {
    weaker: {
      level: 'error',
      text: 'Receivers are asked for `{policy}` for mail as `{domain}`, where `{expected}` is expected',
    },
    missing: { level: 'error', text: 'No DMARC policy applies to `{domain}`, where `{expected}` is expected' },
  },
  examples: [
    {
      name: 'what is expected',
      expectations: { policy: 'quarantine' },
      zone: '_dmarc TXT "v=DMARC1; p=quarantine"',
      expect: [],
    },
    { name: 'more', expectations: { policy: 'quarantine' }, zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    {
      name: 'less',
      expectations: { policy: 'reject', place: { file: 'sendaudit.json', line: 12 } },
      zone: '_dmarc TXT "v=DMARC1; p=none"',
      expect: ['weaker'],
    },
    {
      name: 'test mode, which comes to less',
      expectations: { policy: 'reject' },
      zone: '_dmarc TXT "v=DMARC1; p=reject; t=y"',
      expect: ['weaker'],
    },
    {
      name: 'less for sub-domains',
      expectations: { policy: 'reject' },
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: ['weaker'],
    },
    { name: 'no record', expectations: { policy: 'none' }, zone: '@ A 192.0.2.1', expect: ['missing'] },
    {
      name: 'a question that fails',
      expectations: { policy: 'reject' },
      zone: '@ A 192.0.2.1',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'a parked sub-domain, which is another matter',
      expectations: { policy: 'quarantine' },
      parked: true,
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none"\nold A 192.0.2.1',
      domain: 'old.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'something else expected',
      expectations: { mx: [] },
      zone: '@ A 192.0.2.1',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'nothing expected', zone: '@ A 192.0.2.1', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ expectations, dmarc, dmarcRecord, parked }, findings) {
    const { policy: expected } = expectations;
    // A parked domain is to publish reject, which meets any expectation.
    if (standsAside(parked, 'parked/dmarc', findings)) return;
    if (expected === undefined || dmarc.state === 'absent') {
      findings.notApplicable('no DMARC policy is said to be expected');
      return;
    }
    const { domain } = findings;
    const coverage = coverageOf(dmarc.value);
    if (coverage.state === 'unknown') findings.inconclusive(coverage.reason);
    if (coverage.state === 'unknown') return;
    const policy = policyInForce(dmarc.value);
    if (policy === undefined || dmarcRecord.state === 'absent') {
      findings.add('missing', { domain, expected }, { fix: remedy(`publish \`p=${expected}\``, expectations) });
      return;
    }
    if (!isWeaker(policy.effective, expected)) return;
    const fix = remedy(`publish \`${policy.tag}=${expected}\``, expectations);
    const params = { policy: policy.effective, domain, expected };
    const record = recordToJudge({ dmarc: dmarc.value, dmarcRecord: dmarcRecord.value }, { notApplicable: () => {} });
    if (record === undefined) {
      findings.add('weaker', params, { fix });
      return;
    }
    const without = (text: string, tags: readonly string[]): string =>
      tags.reduce((rest, tag) => withoutTag(rest, tag), text);
    const enforced = withTag(without(record.meant, ['t', 'pct']), 'p', expected);
    const detail = detailOf(
      record,
      tagIn(record, policy.tag) ?? tagIn(record, 'sp') ?? tagIn(record, 'p'),
      policy.inherited ? undefined : enforced,
    );
    if (!policy.inherited || dmarc.value.own.via.length > 0) {
      findings.add('weaker', params, { ...detail, fix });
      return;
    }
    // A record of its own, so that other sub-domains keep what they have; reports go where they went.
    const name = dmarcName(domain);
    const value = without(enforced, ['sp', 'np', 'psd']);
    const ownFix = remedy(`publish a record with \`p=${expected}\` at \`${name}\``, expectations);
    findings.add('weaker', params, {
      ...detail,
      fix: ownFix,
      changes: [{ kind: 'publish', name, type: 'TXT', value }],
    });
  },
});
