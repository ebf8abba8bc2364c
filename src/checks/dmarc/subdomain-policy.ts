import { assessmentOf, withTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { organisationOf } from './coverage.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';
import { isWeaker } from './policies.ts';

export default defineCheck({
  id: 'dmarc/subdomain-policy',
  title: 'Sub-domains are protected as well as the domain itself',
  refs: [{ label: 'RFC 9989 §4.7 sp', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' }],
  why: 'Whoever forges mail looks for the weakest name. With `sp=none` a message from `invoice.` of your domain is let through while your own name is protected, and to a reader both look like you.',
  fix: 'Let `sp` ask for as much as `p`, or leave it out; sub-domains that are not ready get a record of their own',
  needs: ['dmarc', 'dmarcRecord'],
  considers: ['parked'],
  messages: {
    open: { level: 'warning', text: '`p={p}` protects `{domain}`, but `sp=none` leaves its sub-domains to anybody' },
    weaker: { level: 'note', text: '`sp={sp}` protects sub-domains less than `p={p}` does `{domain}`' },
  },
  examples: [
    { name: 'no policy for sub-domains', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    { name: 'the same policy', zone: '_dmarc TXT "v=DMARC1; p=quarantine; sp=quarantine"', expect: [] },
    { name: 'a stronger policy', zone: '_dmarc TXT "v=DMARC1; p=none; sp=reject"', expect: [] },
    { name: 'none', zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none"', expect: ['open'] },
    { name: 'quarantine below reject', zone: '_dmarc TXT "v=DMARC1; p=reject; sp=quarantine"', expect: ['weaker'] },
    { name: 'none for both, which is another matter', zone: '_dmarc TXT "v=DMARC1; p=none; sp=none"', expect: [] },
    {
      name: 'a record that is no organisation’s',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.news TXT "v=DMARC1; p=reject; sp=none"',
      domain: 'news.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a sub-domain',
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a name server that fails above',
      zone: '_dmarc.news TXT "v=DMARC1; p=reject; sp=none"',
      domain: 'news.example.com',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'a public suffix that fails',
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none"',
      servfail: ['_dmarc.com'],
      expect: ['open'],
    },
  ],
  evaluate({ parked, ...facts }, findings) {
    if (standsAside(parked, 'parked/dmarc', findings)) return;
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    const { domain } = findings;
    const organisation = organisationOf(facts.dmarc);
    const { p, sp } = record.value;
    if (record.inherited || (organisation.state === 'found' && organisation.value !== domain)) {
      findings.notApplicable(`${domain} is not the organisational domain`);
      return;
    }
    if (p === undefined || sp === undefined || !isWeaker(sp, p) || assessmentOf(record.value, 'psl')?.fallback) return;
    if (organisation.state === 'unknown') {
      findings.inconclusive(organisation.reason);
      return;
    }
    const detail = detailOf(record, tagIn(record, 'sp'), withTag(record.meant, 'sp', p));
    if (sp === 'none') findings.add('open', { p, domain }, detail);
    else findings.add('weaker', { sp, p, domain }, detail);
  },
});
