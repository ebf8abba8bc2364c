import type { DmarcAnswer } from '../../dmarc-policy/answers.ts';
import type { DmarcDiscovery } from '../../dmarc-policy/discover.ts';
import { assessmentOf, type DmarcRecord } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { isAboveUs, listedOrganisation, organisationOf } from '../dmarc/coverage.ts';
import { spanIn } from '../dmarc/judged-record.ts';
import { DECLINED, WITH_LOGO } from './example-files.ts';
import { bimiDraft, recordToShow } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/dmarc-policy',
  title: 'DMARC is in force for a domain that wants its logo shown',
  refs: [bimiDraft('7.1'), { label: 'RFC 9989 §4.7', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' }],
  why: 'A logo beside mail that anybody can forge would help the forgers. So receivers show it only where DMARC is `quarantine` or `reject`, for all mail, at the domain and at the organisational domain above it.',
  fix: 'Read the DMARC reports, mend what fails, and raise the policy to `quarantine` or `reject`, without `pct`, `t=y` or `sp=none`',
  needs: ['bimi', 'dmarc'],
  messages: {
    missing: {
      level: 'warning',
      text: '`{domain}` has a BIMI record and no DMARC policy, so no receiver shows its logo',
    },
    none: { level: 'warning', text: '`{name}` has the policy `none`, and no receiver shows a logo then' },
    subdomains: {
      level: 'warning',
      text: '`{name}` has the policy `none` for sub-domains, and no receiver shows a logo then',
    },
    share: {
      level: 'warning',
      text: '`{name}` asks for quarantine of {pct} % of the mail, and no receiver shows a logo then',
    },
    trial: {
      level: 'warning',
      text: '`{name}` says by `t=y` that its policy is on trial, and receivers may show no logo then',
    },
  },
  examples: [
    { name: 'reject', zone: `${WITH_LOGO}\n_dmarc TXT "v=DMARC1; p=reject"`, expect: [] },
    {
      name: 'quarantine of everything',
      zone: `${WITH_LOGO}\n_dmarc TXT "v=DMARC1; p=quarantine; pct=100"`,
      expect: [],
    },
    { name: 'reject, by halves', zone: `${WITH_LOGO}\n_dmarc TXT "v=DMARC1; p=reject; pct=50"`, expect: [] },
    { name: 'no DMARC', zone: WITH_LOGO, expect: ['missing'] },
    { name: 'watching', zone: `${WITH_LOGO}\n_dmarc TXT "v=DMARC1; p=none"`, expect: ['none'] },
    {
      name: 'sub-domains left out',
      zone: `${WITH_LOGO}\n_dmarc TXT "v=DMARC1; p=reject; sp=none"`,
      expect: ['subdomains'],
    },
    { name: 'a quarter', zone: `${WITH_LOGO}\n_dmarc TXT "v=DMARC1; p=quarantine; pct=25"`, expect: ['share'] },
    { name: 'a trial', zone: `${WITH_LOGO}\n_dmarc TXT "v=DMARC1; p=quarantine; t=y"`, expect: ['trial'] },
    {
      name: 'a sub-domain stricter than the domain above',
      domain: 'news.example.com',
      zone: `${WITH_LOGO}\n_dmarc.news TXT "v=DMARC1; p=reject"\n_dmarc TXT "v=DMARC1; p=none"\nnews A 192.0.2.1`,
      expect: ['none'],
    },
    { name: 'no part in BIMI', zone: DECLINED, expect: [], outcome: 'not-applicable' },
    {
      name: 'a name server that fails',
      zone: WITH_LOGO,
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ bimi, dmarc }, findings) {
    if (recordToShow(bimi, findings) === undefined) return;
    const { domain } = findings;
    const answers = concerned(dmarc);
    const failed = answers.find(({ status }) => status === 'failed');
    if (failed !== undefined) findings.inconclusive(failed.reason ?? failed.name);
    const records = answers.flatMap(({ name, domain: at, record }) =>
      record === undefined ? [] : [{ name, at, record }],
    );
    if (records.length === 0 && failed === undefined) findings.add('missing', { domain });
    for (const { name, at, record } of records) {
      const weakness = weaknessOf(record.parsed.value);
      if (weakness === undefined) continue;
      const tag = record.parsed.value.tags.find((one) => one.name.toLowerCase() === weakness.tag);
      const detail = { at: spanIn({ name, ...record }, tag), ...(at === domain ? {} : { subject: at }) };
      if (weakness.key === 'share') findings.add('share', { name, pct: weakness.pct }, detail);
      else findings.add(weakness.key, { name }, detail);
    }
  },
});

/** What the author domain and the organisational domain publish, as either kind of receiver sees it. */
function concerned(dmarc: DmarcDiscovery): readonly DmarcAnswer[] {
  const organisation = organisationOf(dmarc);
  const domains = new Set([dmarc.domain, listedOrganisation(dmarc)]);
  if (organisation.state === 'found') domains.add(organisation.value);
  return dmarc.answers.filter(({ domain }) => domains.has(domain) && !isAboveUs(domain, dmarc));
}

type Weakness =
  | { readonly key: 'none' | 'subdomains' | 'trial'; readonly tag: string }
  | { readonly key: 'share'; readonly tag: 'pct'; readonly pct: number };

/** Steps 7 to 9 of the draft, and `t=y`, which took the place of `pct` (RFC 9989 App. A.6). */
function weaknessOf(record: DmarcRecord): Weakness | undefined {
  const policy = assessmentOf(record, 'treewalk')?.p ?? 'none';
  const { sp, pct = 100, testing } = record;
  if (policy === 'none') return { key: 'none', tag: 'p' };
  if (sp === 'none') return { key: 'subdomains', tag: 'sp' };
  if (policy === 'quarantine' && pct < 100) return { key: 'share', tag: 'pct', pct };
  return testing ? { key: 'trial', tag: 't' } : undefined;
}
