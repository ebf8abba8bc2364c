import type { DmarcDiscovery } from '../../dmarc-policy/discover.ts';
import { organizationalDomain } from '../../dmarc-policy/public-suffix.ts';
import { defineCheck } from '../define-check.ts';
import { coverageOf } from './coverage.ts';
import { explicitChange, psdChange } from './discovery-changes.ts';

export default defineCheck({
  id: 'dmarc/discovery',
  title: 'Old and new receivers find the same DMARC policy',
  refs: [
    { label: 'RFC 9989 App. C.3', url: 'https://www.rfc-editor.org/rfc/rfc9989#appendix-C.3' },
    { label: 'RFC 9989 §4.10.2', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10.2' },
    { label: 'RFC 7489 §6.6.3', url: 'https://www.rfc-editor.org/rfc/rfc7489#section-6.6.3' },
  ],
  why: 'RFC 9989 has receivers walk up the DNS tree, RFC 7489 consult the public suffix list. Both kinds are at work. Where they differ, the same message passes DMARC at one and fails at the other.',
  fix: 'Publish a record at every domain that mail comes from, and `psd=n` at the organisational domain',
  needs: ['dmarc'],
  messages: {
    record: { level: 'warning', text: 'Receivers do not agree on whose policy holds: {phrase}' },
    alignment: { level: 'warning', text: 'Receivers do not agree on what is aligned: {phrase}' },
  },
  examples: [
    {
      name: 'a domain that says it is a public suffix, seen from below',
      zone: '_dmarc TXT "v=DMARC1; p=reject; psd=y"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: ['alignment'],
    },
    { name: 'a record of the organisational domain', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    {
      name: 'a record of a sub-domain below it',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.news TXT "v=DMARC1; p=none"',
      domain: 'news.example.com',
      expect: [],
    },
    { name: 'no record at all', zone: 'news A 192.0.2.1', domain: 'news.example.com', expect: [] },
    {
      name: 'a department that is its own organisation',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.dept TXT "v=DMARC1; p=none; psd=n"\nnews.dept A 192.0.2.1',
      domain: 'news.dept.example.com',
      expect: ['record'],
    },
    {
      name: 'the department itself',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.dept TXT "v=DMARC1; p=none; psd=n"',
      domain: 'dept.example.com',
      expect: ['alignment'],
    },
    {
      name: 'the department with strict alignment',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.dept TXT "v=DMARC1; p=none; psd=n; adkim=s; aspf=s"',
      domain: 'dept.example.com',
      expect: [],
    },
    {
      name: 'a record in between alone',
      zone: '_dmarc.dept TXT "v=DMARC1; p=none"\nnews.dept A 192.0.2.1',
      domain: 'news.dept.example.com',
      expect: ['record'],
    },
    {
      name: 'a public suffix that does not say it is one',
      zone: '_dmarc.com. TXT "v=DMARC1; p=none"\n_dmarc TXT "v=DMARC1; p=reject"',
      expect: ['alignment'],
    },
    {
      name: 'one that does',
      zone: '_dmarc.com. TXT "v=DMARC1; p=none; psd=y"\n_dmarc TXT "v=DMARC1; p=reject"',
      expect: [],
    },
    {
      name: 'two records, which are another matter',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.news TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC1; p=reject"',
      domain: 'news.example.com',
      expect: [],
    },
    {
      name: 'a public suffix that fails',
      zone: '_dmarc TXT "v=DMARC1; p=reject"',
      servfail: ['_dmarc.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dmarc }, findings) {
    const { walk, psl, differences } = dmarc;
    const coverage = coverageOf(dmarc);
    // Without a record of ours there is nothing to agree on; of several, dmarc/single-record tells.
    if (coverage.state === 'none' || coverage.state === 'suffix') return;
    if (psl.policy.state === 'absent' && psl.policy.several !== undefined) return;
    // Only RFC 9989 minds an invalid `np`, of which dmarc/policy tells.
    if (walk.policy.state === 'inapplicable') return;
    const record = differences.find(({ kind }) => kind === 'policy-domain');
    const alignment = isStrict(dmarc) ? undefined : differences.find(({ kind }) => kind === 'org-domain');
    if (record !== undefined) findings.add('record', { phrase: record.phrase }, { changes: explicitChange(dmarc) });
    else if (alignment !== undefined)
      findings.add('alignment', { phrase: alignment.phrase }, { changes: psdChange(dmarc) });
    else if (isOutsideFiles(dmarc)) findings.notApplicable('what the public suffix says is not in the files given');
    else if (walk.policy.state === 'unknown') findings.inconclusive(walk.policy.reason);
    else if (walk.orgDomain.state === 'unknown' && !isStrict(dmarc)) findings.inconclusive(walk.orgDomain.reason);
  },
});

/**
 * Whether nothing is open but what public suffixes say, which no zone file of ours holds: who gives files alone did not
 * want that asked.
 */
function isOutsideFiles({ answers, walk }: DmarcDiscovery): boolean {
  const open = answers.filter(({ status }) => status === 'failed');
  return (
    walk.policy.state === 'found' &&
    open.length > 0 &&
    open.every(({ domain, failure }) => failure === 'unrecorded' && organizationalDomain(domain) === undefined)
  );
}

/** With strict alignment in both, organisational domains do not matter (RFC 9989 App. C.3). */
function isStrict({ walk }: DmarcDiscovery): boolean {
  if (walk.policy.state !== 'found') return false;
  const { adkim, aspf } = walk.policy.record.parsed.value;
  return adkim === 's' && aspf === 's';
}
