import { withoutTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { organisationOf } from './coverage.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/subdomain-tags',
  title: 'Policies for sub-domains stand in the record of the organisational domain',
  refs: [
    { label: 'RFC 9989 §4.7 sp', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
    { label: 'RFC 9989 §4.10.1', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10.1' },
  ],
  why: 'What lies below a sub-domain gets its policy from the organisational domain, never from the sub-domain in between. `sp` and `np` there protect nothing.',
  fix: 'Say it in the record of the organisational domain, or declare the sub-domain one of its own with `psd=n`',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    ignored: {
      level: 'warning',
      text: 'Receivers ignore {tags} at `{name}`: what lies below gets its policy from `{organisation}`',
    },
  },
  examples: [
    {
      name: 'policies of the organisational domain',
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none; np=reject"',
      expect: [],
    },
    {
      name: 'a sub-domain without',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.news TXT "v=DMARC1; p=none"',
      domain: 'news.example.com',
      expect: [],
    },
    {
      name: 'a sub-domain with a policy for its own',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC1; p=none; sp=reject; np=reject"',
      domain: 'news.example.com',
      expect: ['ignored'],
    },
    {
      name: 'one that is an organisational domain itself',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC1; p=none; sp=reject; psd=n"',
      domain: 'news.example.com',
      expect: [],
    },
    {
      name: 'one that has nothing above it',
      zone: '_dmarc.news TXT "v=DMARC1; p=none; sp=reject"',
      domain: 'news.example.com',
      expect: [],
    },
    {
      name: 'an inherited record',
      zone: '_dmarc TXT "v=DMARC1; p=none; sp=reject"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: [],
    },
    {
      name: 'a public suffix',
      zone: '_dmarc.com. TXT "v=DMARC1; p=reject; sp=none; psd=y"',
      domain: 'com',
      expect: [],
    },
    {
      name: 'a name server that fails above',
      zone: '_dmarc.news TXT "v=DMARC1; p=none; sp=reject"',
      domain: 'news.example.com',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined || record.inherited) return;
    const tags = ['sp', 'np'].flatMap((name) => tagIn(record, name) ?? []);
    const [first] = tags;
    if (first === undefined) return;
    const organisation = organisationOf(facts.dmarc);
    if (organisation.state === 'unknown') {
      findings.inconclusive(organisation.reason);
      return;
    }
    if (organisation.value === findings.domain) return;
    const value = ['sp', 'np'].reduce((text, name) => withoutTag(text, name), record.meant);
    const quoted = tags.map((tag) => `\`${tag.name}=${tag.value}\``).join(' and ');
    const params = { tags: quoted, name: record.name, organisation: organisation.value };
    findings.add('ignored', params, detailOf(record, first, value));
  },
});
