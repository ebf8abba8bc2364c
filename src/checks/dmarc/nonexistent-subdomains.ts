import { assessmentOf, withTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { organisationOf } from './coverage.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';
import { isWeaker } from './policies.ts';

export default defineCheck({
  id: 'dmarc/nonexistent-subdomains',
  title: 'Mail from sub-domains that do not exist is refused',
  refs: [
    { label: 'RFC 9989 §4.7 np', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
    { label: 'RFC 9989 App. A.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#appendix-A.4' },
  ],
  why: 'Mail from a name that is not in DNS can only be forged or misconfigured. `np=reject` refuses it without touching a domain that does exist, so it is safe long before `p=reject` is.',
  fix: 'Add `np=reject`, which touches no domain that exists',
  needs: ['dmarc', 'dmarcRecord'],
  considers: ['parked'],
  messages: {
    implicit: {
      level: 'note',
      text: 'Without `np=`, mail from sub-domains that do not exist gets `{policy}`, as if they did',
    },
    weaker: {
      level: 'warning',
      text: '`np={np}` protects sub-domains that do not exist less than `{policy}` does those that do',
    },
  },
  examples: [
    { name: 'reject for everything', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    { name: 'reject for what does not exist', zone: '_dmarc TXT "v=DMARC1; p=none; np=reject"', expect: [] },
    { name: 'nothing said', zone: '_dmarc TXT "v=DMARC1; p=none"', expect: ['implicit'] },
    {
      name: 'a weaker policy for all sub-domains',
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=quarantine"',
      expect: ['implicit'],
    },
    { name: 'a policy of its own', zone: '_dmarc TXT "v=DMARC1; p=quarantine; np=quarantine"', expect: [] },
    { name: 'none', zone: '_dmarc TXT "v=DMARC1; p=reject; np=none"', expect: ['weaker'] },
    {
      name: 'a record that is no organisation’s',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.news TXT "v=DMARC1; p=none"',
      domain: 'news.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a name server that fails above',
      zone: '_dmarc.news TXT "v=DMARC1; p=none"',
      domain: 'news.example.com',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ parked, ...facts }, findings) {
    if (standsAside(parked, 'parked/dmarc', findings)) return;
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    const organisation = organisationOf(facts.dmarc);
    if (record.inherited || (organisation.state === 'found' && organisation.value !== findings.domain)) {
      findings.notApplicable(`${findings.domain} is not the organisational domain`);
      return;
    }
    const { p, sp, np, given } = record.value;
    const assessment = assessmentOf(record.value, 'treewalk');
    if (p === undefined || assessment === undefined || assessment.fallback) return;
    const falls = np === undefined && !given.includes('np') && assessment.np !== 'reject';
    if (!falls && (np === undefined || !isWeaker(np, assessment.sp))) return;
    if (organisation.state === 'unknown') {
      findings.inconclusive(organisation.reason);
      return;
    }
    const policy = sp === undefined ? `p=${p}` : `sp=${sp}`;
    const value = withTag(record.meant, 'np', 'reject');
    if (np === undefined)
      findings.add('implicit', { policy }, detailOf(record, tagIn(record, sp === undefined ? 'p' : 'sp'), value));
    else findings.add('weaker', { np, policy }, detailOf(record, tagIn(record, 'np'), value));
  },
});
