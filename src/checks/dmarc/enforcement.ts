import { withoutTag, withTag, type DmarcRecord } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { standingOfKeys } from '../dkim/live-keys.ts';
import { sendsMail } from '../mx/sending.ts';
import { standsAside } from '../parked/aside.ts';
import { detailOf, recordToJudge, tagIn, type JudgedRecord } from './judged-record.ts';
import { needsOwnSignatures } from './own-signatures.ts';
import { policyInForce } from './policies.ts';

export default defineCheck({
  id: 'dmarc/enforcement',
  title: 'Mail that fails DMARC is not let through',
  refs: [
    { label: 'RFC 9989 §3.2.9', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-3.2.9' },
    { label: 'RFC 9989 §5.1.7', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.1.7' },
  ],
  why: 'With `none` DMARC only watches: a forgery in the name of the domain is treated as it would be without DMARC. It is the right place to begin, and no place to stay.',
  fix: 'Read the aggregate reports until all mail of your own passes, then publish `quarantine`, later `reject`',
  needs: ['dmarc', 'dmarcRecord'],
  considers: ['dkim', 'wildcards', 'spf', 'mx', 'parked'],
  messages: {
    none: {
      level: 'warning',
      text: '`{policy}` asks receivers to do nothing about mail as `{domain}` that fails DMARC',
    },
  },
  examples: [
    {
      name: 'none, and tags that would hold back more',
      zone: '_dmarc TXT "v=DMARC1; p=none; sp=none; t=y; pct=0"',
      expect: ['none'],
    },
    { name: 'reject', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    { name: 'quarantine', zone: '_dmarc TXT "v=DMARC1; p=quarantine"', expect: [] },
    { name: 'none', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"', expect: ['none'] },
    {
      name: 'none, with reports and a key',
      zone: '_dmarc TXT "v=DMARC1; p=none; sp=none; rua=mailto:d@example.com"\n@ MX 10 mail\ns1._domainkey TXT "v=DKIM1; p=MIGf"',
      expect: ['none'],
    },
    {
      name: 'none, for a domain that has no mail',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n@ MX 0 .\n@ TXT "v=spf1 -all"',
      expect: ['none'],
    },
    {
      name: 'none for sub-domains, inherited',
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: ['none'],
    },
    {
      name: 'none for the domain above alone',
      zone: '_dmarc TXT "v=DMARC1; p=none; sp=reject"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: [],
    },
    {
      name: 'none for sub-domains alone, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none"',
      expect: [],
    },
    { name: 'no policy, which is another matter', zone: '_dmarc TXT "v=DMARC1; rua=mailto:d@example.com"', expect: [] },
    {
      name: 'a public suffix that fails',
      zone: '_dmarc TXT "v=DMARC1; p=none"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      servfail: ['_dmarc.com'],
      expect: ['none'],
    },
  ],
  evaluate({ dkim, wildcards, spf, mx, parked, ...facts }, findings) {
    if (standsAside(parked, 'parked/dmarc', findings)) return;
    const record = recordToJudge(facts, findings);
    const policy = policyInForce(facts.dmarc);
    if (record === undefined || policy === undefined || policy.fallback || policy.published !== 'none') return;
    const tag = writtenTag(record.value, policy.tag);
    const saysNoMail = (spf.state === 'found' || mx.state === 'found') && !sendsMail(spf, mx);
    const isWatched = record.value.rua.some(({ valid }) => valid);
    const isSigned =
      !needsOwnSignatures(facts.dmarc, record.value.adkim) || standingOfKeys(dkim, wildcards).state === 'present';
    // Nobody is told to enforce what no report has shown to work, or what forwarding is sure to break; nor to change
    // the policy of the organisation for what was seen at one of its sub-domains.
    const isReady = (saysNoMail || (isWatched && isSigned)) && !(record.inherited && tag === 'p');
    const value = isReady ? raised(record, tag) : undefined;
    const detail = {
      ...detailOf(record, tagIn(record, tag), value),
      fix: `when reports show that all mail of your own passes, publish \`${tag}=quarantine\`, later \`reject\``,
    };
    findings.add('none', { policy: `${tag}=none`, domain: findings.domain }, detail);
  },
});

/** The tag that says it: `sp` and `np` fall back to one another, and to `p` (RFC 9989 §4.7). */
const writtenTag = (value: DmarcRecord, tag: 'p' | 'sp' | 'np'): 'p' | 'sp' | 'np' =>
  tag === 'np' && value.np !== undefined ? 'np' : tag !== 'p' && value.sp !== undefined ? 'sp' : 'p';

/** `quarantine`, without the tags that would take it back: test mode, a share, and an exception for sub-domains. */
function raised({ meant, value }: JudgedRecord, tag: 'p' | 'sp' | 'np'): string {
  const hindrances = ['t', 'pct', ...(tag === 'p' && value.sp === 'none' ? ['sp'] : [])];
  return withTag(
    hindrances.reduce((text, name) => withoutTag(text, name), meant),
    tag,
    'quarantine',
  );
}
