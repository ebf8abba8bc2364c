import { withoutTag, withTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';
import { enforcingPolicies } from './policies.ts';

export default defineCheck({
  id: 'dmarc/percentage',
  title: 'The DMARC policy is not restricted by pct',
  refs: [
    { label: 'RFC 9989 App. A.6', url: 'https://www.rfc-editor.org/rfc/rfc9989#appendix-A.6' },
    { label: 'RFC 9989 App. C.5.2', url: 'https://www.rfc-editor.org/rfc/rfc9989#appendix-C.5.2' },
  ],
  why: 'RFC 9989 has dropped `pct`: receivers after it apply the policy to all failing mail, older ones to a share that each counts in its own way. Nobody can say what happens to a message.',
  fix: 'Take `pct` out; to try a policy first, publish `t=y`, which takes the place of `pct=0`',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    partial: {
      level: 'warning',
      text: '`pct={pct}` restricts `{policy}` at some receivers, while others apply it to all failing mail',
    },
    obsolete: { level: 'note', text: '`{tag}` is no part of DMARC any more and does nothing' },
  },
  examples: [
    {
      name: 'a share of what only RFC 9989 knows',
      zone: '_dmarc TXT "v=DMARC1; p=none; np=reject; pct=10"',
      expect: ['obsolete'],
    },
    { name: 'no percentage', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    { name: 'a quarter of the mail', zone: '_dmarc TXT "v=DMARC1; p=quarantine; pct=25"', expect: ['partial'] },
    { name: 'the test mode of before', zone: '_dmarc TXT "v=DMARC1; p=reject; pct=0"', expect: ['partial'] },
    { name: 'all of it', zone: '_dmarc TXT "v=DMARC1; p=reject; pct=100"', expect: ['obsolete'] },
    { name: 'a share of nothing', zone: '_dmarc TXT "v=DMARC1; p=none; pct=10"', expect: ['obsolete'] },
    { name: 'no number', zone: '_dmarc TXT "v=DMARC1; p=reject; pct=all"', expect: ['obsolete'] },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    const tag = record === undefined ? undefined : tagIn(record, 'pct');
    if (record === undefined || tag === undefined) return;
    const { pct = 100 } = record.value;
    // Receivers that honour `pct` do not know `np`.
    const enforcing = enforcingPolicies(record, facts.dmarc).find((one) => one.tag !== 'np');
    const without = withoutTag(record.meant, 'pct');
    if (pct === 100 || enforcing === undefined) {
      findings.add('obsolete', { tag: `${tag.name}=${tag.value}` }, detailOf(record, tag, without));
      return;
    }
    const policy = `${enforcing.tag}=${enforcing.policy}`;
    const value = pct === 0 ? withTag(without, 't', 'y') : without;
    findings.add('partial', { pct, policy }, detailOf(record, tag, value));
  },
});
