import { parseDkimKey, printDkimKey } from '../../protocols/dkim-key.ts';
import { corrected } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, RSA_1024 } from './example-keys.ts';
import { admitUnread, problemsOf, publishedKeys, spanIn } from './keys.ts';
import { clause, replacement } from './proposals.ts';

export default defineCheck({
  id: 'dkim/version',
  title: 'The version of a key record is DKIM1 and comes first',
  refs: [{ label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' }],
  why: 'Verifiers must discard a record that begins with any other version. The tag may be left out, but where it is, it has to be first and exact, capital letters included.',
  fix: 'Begin the record with `v=DKIM1;`',
  needs: ['dkim', 'wildcards'],
  messages: {
    other: { level: 'error', text: 'Verifiers discard the record of selector `{selector}`: {problem}' },
    later: {
      level: 'error',
      text: '`v=` is not the first tag in the record of selector `{selector}`, so verifiers discard it',
    },
  },
  examples: [
    { name: 'DKIM1 in front', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    { name: 'no version', zone: `s1._domainkey TXT "k=rsa; p=${RSA_1024}"`, selectors: ['s1'], expect: [] },
    { name: 'small letters', zone: `s1._domainkey TXT "v=dkim1; p=${RSA_1024}"`, selectors: ['s1'], expect: ['other'] },
    { name: 'no number', zone: `s1._domainkey TXT "v=DKIM; p=${RSA_1024}"`, selectors: ['s1'], expect: ['other'] },
    {
      name: 'the version behind the type',
      zone: `s1._domainkey TXT "k=rsa; v=DKIM1; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['later'],
    },
    {
      name: 'a version in quotes',
      zone: String.raw`s1._domainkey TXT "v='DKIM1'; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['other'],
    },
    {
      name: 'a version run together with another tag',
      zone: `s1._domainkey TXT "v=DKIM1 k=rsa; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: [],
    },
    { name: 'DMARC at a selector', zone: 's1._domainkey TXT "v=DMARC1; p=none"', selectors: ['s1'], expect: [] },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { selector } = published.selector;
      const problems = problemsOf(published, ['version', 'version-not-first']);
      const [problem] = problems;
      if (problem === undefined) continue;
      const value = withVersionFirst(corrected(published.record.text, problems));
      const detail = { at: spanIn(published.record, problem), ...replacement(published, findings.domain, value) };
      if (problem.code === 'version') findings.add('other', { selector, problem: clause(problem.message) }, detail);
      else findings.add('later', { selector }, detail);
    }
  },
});

function withVersionFirst(text: string): string {
  const { value } = parseDkimKey(text);
  const [first] = value.tags;
  const version = value.tags.find(({ name }) => name === 'v');
  if (version === undefined || version === first) return text;
  return printDkimKey({ ...value, tags: [version, ...value.tags.filter((tag) => tag !== version)] });
}
