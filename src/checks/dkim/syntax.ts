import { withTag } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, RSA_1024 } from './example-keys.ts';
import { admitUnread, publishedKeys, spanIn, STRUCTURE, type KeyProblem, type PublishedKey } from './keys.ts';
import { clause, repaired, replacement } from './proposals.ts';

export default defineCheck({
  id: 'dkim/syntax',
  title: 'Key records are lists of tags, each given once',
  refs: [
    { label: 'RFC 6376 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.2' },
    { label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' },
  ],
  why: 'Verifiers throw a record away that they cannot read, and the mail counts as unsigned. Most of it comes from pasting: quotes and backslashes that belong to the zone file and not to the record.',
  fix: 'Write the record as `name=value`, separated by semicolons, every tag once: `v=DKIM1; k=rsa; p=…`',
  needs: ['dkim', 'wildcards'],
  messages: {
    broken: { level: 'error', text: 'Verifiers cannot read the record of selector `{selector}`: {problem}' },
    loose: { level: 'warning', text: 'Strict verifiers do not read the record of selector `{selector}`: {problem}' },
    character: { level: 'note', text: 'The record of selector `{selector}` is not plain text: {problem}' },
  },
  examples: [
    { name: 'a good record', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'a semicolon at the end',
      zone: `s1._domainkey TXT "v=DKIM1;p=${RSA_1024};"`,
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a tag given twice',
      zone: `s1._domainkey TXT "v=DKIM1; k=rsa; k=rsa; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['broken'],
    },
    {
      name: 'two keys in one record',
      zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_1024}" "; p=MFww"`,
      selectors: ['s1'],
      expect: ['broken'],
    },
    {
      name: 'a missing semicolon',
      zone: `s1._domainkey TXT "v=DKIM1 k=rsa; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['broken'],
    },
    {
      name: 'quotes that are part of the text',
      zone: String.raw`s1._domainkey TXT "\"v=DKIM1; p=${RSA_1024}\""`,
      selectors: ['s1'],
      expect: ['broken'],
    },
    {
      name: 'backslashes that are part of the text',
      zone: String.raw`s1._domainkey TXT "v=DKIM1\\; k=rsa\\; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['broken'],
    },
    {
      name: 'text behind the key',
      zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_1024}; our new key"`,
      selectors: ['s1'],
      expect: ['broken'],
    },
    {
      name: 'two semicolons',
      zone: `s1._domainkey TXT "v=DKIM1;; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['loose'],
    },
    {
      name: 'a note in another language',
      zone: String.raw`s1._domainkey TXT "v=DKIM1; n=cl\195\169; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['character'],
    },
    { name: 'no key at all', zone: 's1._domainkey TXT "v=spf1 -all"', selectors: ['s1'], expect: [] },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { selector, record } = published;
      const [problem] = structureProblems(published).toSorted((a, b) => gravity(a) - gravity(b));
      if (problem === undefined) continue;
      const params = { selector: selector.selector, problem: clause(problem.message) };
      const value = repaired(withoutRepetition(published));
      findings.add(messageFor(problem), params, {
        at: spanIn(record, problem),
        ...replacement(published, findings.domain, value),
      });
    }
  },
});

/** Characters that spoil a value are reported with the value. */
const structureProblems = ({ problems }: PublishedKey): KeyProblem[] =>
  problems.filter(({ code, start, end }) => {
    if (code !== 'bad-character') return STRUCTURE.some((one) => one === code);
    return !problems.some((other) => other.code !== code && other.start <= start && end <= other.end);
  });

const ORDER = ['broken', 'loose', 'character'] as const;
const gravity = (problem: KeyProblem): number => ORDER.indexOf(messageFor(problem));

function messageFor({ code }: KeyProblem): (typeof ORDER)[number] {
  if (code === 'empty-tag') return 'loose';
  return code === 'bad-character' ? 'character' : 'broken';
}

/** A tag that says the same twice can say it once. */
function withoutRepetition({ key, record }: PublishedKey): string {
  const repeated = key.tags.filter((tag, index) =>
    key.tags.some((other, later) => later > index && other.name === tag.name && other.value === tag.value),
  );
  return repeated.reduce((text, { name, value }) => withTag(text, name, value), record.text);
}
