import { oneLevelDown, withoutTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';
import { enforcingPolicies } from './policies.ts';

export default defineCheck({
  id: 'dmarc/test-mode',
  title: 'The DMARC policy is in force, not on trial',
  refs: [
    { label: 'RFC 9989 §4.7 t', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
    { label: 'RFC 9989 App. A.6', url: 'https://www.rfc-editor.org/rfc/rfc9989#appendix-A.6' },
  ],
  why: 'With `t=y` receivers apply every policy one level lower: `quarantine` does nothing at all. Receivers that have not moved on from RFC 7489 do not know the tag and apply the policy in full, so it is no safe trial either.',
  fix: 'Take `t=y` out once the reports look as they should',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    lowered: { level: 'warning', text: '`t=y` lowers `{policy}` to `{effective}` at receivers that know it' },
  },
  examples: [
    { name: 'no test', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    { name: 'said aloud', zone: '_dmarc TXT "v=DMARC1; p=reject; t=n"', expect: [] },
    { name: 'reject on trial', zone: '_dmarc TXT "v=DMARC1; p=reject; t=y"', expect: ['lowered'] },
    {
      name: 'quarantine for sub-domains on trial',
      zone: '_dmarc TXT "v=DMARC1; p=none; sp=quarantine; t=y"',
      expect: ['lowered'],
    },
    { name: 'nothing to test', zone: '_dmarc TXT "v=DMARC1; p=none; t=y"', expect: [] },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined || !record.value.testing) return;
    const [enforcing] = enforcingPolicies(record, facts.dmarc);
    if (enforcing === undefined) return;
    const { tag, policy } = enforcing;
    const params = { policy: `${tag}=${policy}`, effective: oneLevelDown(policy) };
    findings.add('lowered', params, detailOf(record, tagIn(record, 't'), withoutTag(record.meant, 't')));
  },
});
