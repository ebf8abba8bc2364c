import { withTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { isHidden } from './faults.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';
import { policyInForce } from './policies.ts';

export default defineCheck({
  id: 'dmarc/aggregate-reports',
  title: 'Somebody gets the aggregate reports',
  refs: [
    { label: 'RFC 9989 §5.1.3', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.1.3' },
    { label: 'RFC 9989 §4.7 rua', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
  ],
  why: 'Aggregate reports are the only way to learn who sends in your name and what of it fails. Without `rua` receivers send none, and a policy is raised, or left, in the dark.',
  fix: 'Add `rua=mailto:` with the address of a mailbox that you read, or of a report service',
  needs: ['dmarc', 'dmarcRecord'],
  considers: ['mx', 'parked'],
  messages: {
    missing: { level: 'warning', text: 'The DMARC record names no address for aggregate reports, so you get none' },
  },
  examples: [
    { name: 'an address', zone: '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"', expect: [] },
    { name: 'no address', zone: '_dmarc TXT "v=DMARC1; p=none"\n@ MX 10 mail', expect: ['missing'] },
    { name: 'no address, and no MX', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: ['missing'] },
    {
      name: 'a domain that has no mail, and refuses all',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ MX 0 .',
      expect: [],
    },
    {
      name: 'a parked domain',
      parked: true,
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ A 192.0.2.1',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a tag without a value', zone: '_dmarc TXT "v=DMARC1; p=none; rua="\n@ MX 10 mail', expect: ['missing'] },
    {
      name: 'failure reports only',
      zone: '_dmarc TXT "v=DMARC1; p=none; ruf=mailto:d@example.com"',
      expect: ['missing'],
    },
    {
      name: 'a misspelt tag, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none; ruo=mailto:d@example.com"',
      expect: [],
    },
    {
      name: 'an address that is broken, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=d@example.com"',
      expect: [],
    },
    { name: 'neither policy nor address, which is another matter', zone: '_dmarc TXT "v=DMARC1"', expect: [] },
    {
      name: 'a record above',
      zone: '_dmarc TXT "v=DMARC1; p=none"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: ['missing'],
    },
  ],
  evaluate({ mx, parked, ...facts }, findings) {
    if (standsAside(parked, 'parked/dmarc', findings)) return;
    const record = recordToJudge(facts, findings);
    if (record === undefined || record.value.rua.length > 0 || isHidden(record, 'rua')) return;
    // Without a policy either the record does not apply at all, which dmarc/policy says.
    if (record.value.p === undefined) return;
    // A domain that has no mail, and says so in MX and policy, has little to learn from reports.
    const hasNoMail = mx.state === 'found' && mx.value.hosts.length === 0;
    if (hasNoMail && policyInForce(facts.dmarc)?.effective === 'reject') return;
    const takesMail = mx.state === 'found' && mx.value.hosts.length > 0;
    const proposed = withTag(record.meant, 'rua', `mailto:dmarc-reports@${record.domain}`);
    const value = takesMail && !record.inherited ? proposed : undefined;
    findings.add('missing', {}, detailOf(record, tagIn(record, 'rua'), value));
  },
});
