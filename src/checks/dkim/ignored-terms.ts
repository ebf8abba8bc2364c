import { withoutTag, withTag } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, RSA_512 } from './example-keys.ts';
import { admitUnread, problemsOf, publishedKeys, spanIn, type KeyProblem, type PublishedKey } from './keys.ts';
import { clause, replacement } from './proposals.ts';

/** What verifiers know of the lists a record may hold. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  h: ['sha256', 'sha1'],
  s: ['*', 'email'],
  t: ['y', 's'],
};

export default defineCheck({
  id: 'dkim/ignored-terms',
  title: 'Everything in a key record means something',
  refs: [
    { label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' },
    { label: 'RFC 6376 appendix E', url: 'https://www.rfc-editor.org/rfc/rfc6376#appendix-E' },
  ],
  why: 'Verifiers pass over tags and values they do not know. That does no harm, but what its author wanted to say is not said. `g=` was abolished in 2011.',
  fix: 'Remove what verifiers pass over, or put right what was meant',
  needs: ['dkim', 'wildcards'],
  messages: {
    ignored: { level: 'note', text: 'Verifiers pass over part of the record of selector `{selector}`: {problems}' },
  },
  examples: [
    { name: 'known tags', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'all the tags there are',
      zone: `s1._domainkey TXT "v=DKIM1; k=rsa; h=sha256; s=email; t=s; n=note; p=${RSA_512}"`,
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'g=',
      zone: `s1._domainkey TXT "v=DKIM1; g=*; k=rsa; p=${RSA_512}"`,
      selectors: ['s1'],
      expect: ['ignored'],
    },
    {
      name: 'several of them',
      zone: `s1._domainkey TXT "v=DKIM1; a=rsa-sha256; h=sha256:md5; s=email:web; t=n; p=${RSA_512}"`,
      selectors: ['s1'],
      expect: ['ignored'],
    },
    {
      name: 'a list with nothing known in it, which is another matter',
      zone: `s1._domainkey TXT "v=DKIM1; h=md5; p=${RSA_512}"`,
      selectors: ['s1'],
      expect: [],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { record, selector } = published;
      const ignored = ignoredIn(published);
      const [first] = ignored;
      if (first === undefined) continue;
      const problems = ignored.map(({ message }) => clause(message)).join(', ');
      const detail = {
        at: spanIn(record, first),
        ...replacement(published, findings.domain, withoutIgnored(published)),
      };
      findings.add('ignored', { selector: selector.selector, problems }, detail);
    }
  },
});

/** A list of which nothing is known leaves no usable key, which has checks of its own. */
function ignoredIn(published: PublishedKey): KeyProblem[] {
  const { problems } = published;
  const codes = ['granularity', 'unknown-tag', 'unknown-flag'] as const;
  const hashes = problems.some(({ code }) => code === 'no-sha256') ? [] : (['unknown-hash'] as const);
  const services = problems.some(({ code }) => code === 'not-for-email') ? [] : (['unknown-service'] as const);
  return problemsOf(published, [...codes, ...hashes, ...services]);
}

function withoutIgnored({ key, record }: PublishedKey): string {
  return key.tags.reduce((text, { name, value }) => {
    const known = KNOWN[name];
    if (known === undefined) return 'vkpn'.includes(name) ? text : withoutTag(text, name);
    const kept = value.split(':').filter((entry) => known.includes(entry.trim().toLowerCase()));
    return kept.length === 0 ? withoutTag(text, name) : withTag(text, name, kept.join(':'));
  }, record.text);
}
