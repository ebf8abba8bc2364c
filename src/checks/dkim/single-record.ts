import type { RecordChange } from '../../core/outcome.ts';
import { parseDkimKey } from '../../protocols/dkim-key.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, OTHER_RSA_2048, RSA_2048 } from './example-keys.ts';
import { admitUnread, isMeantAsKey, isOwn, ownerOf, publishedSelectors, spanIn } from './keys.ts';
import { askOwner } from './proposals.ts';

const HALF = RSA_2048.length / 2;

export default defineCheck({
  id: 'dkim/single-record',
  title: 'Every selector has exactly one record',
  refs: [{ label: 'RFC 6376 §3.6.2.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2.2' }],
  why: 'What happens with two records is undefined: some verifiers take whichever comes first, others give up. The same mail passes now and fails later.',
  fix: 'Leave one record at the selector, and give every other key a selector of its own',
  needs: ['dkim', 'wildcards'],
  messages: {
    several: { level: 'error', text: 'Selector `{selector}` has {count} TXT records, and verifiers expect one' },
    halves: {
      level: 'error',
      text: 'The key of selector `{selector}` is cut into {count} TXT records, and verifiers only read one',
    },
  },
  examples: [
    { name: 'one record of two strings', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'a second key',
      zone: `s1._domainkey TXT ${GOOD_KEY}\ns1._domainkey TXT ( "v=DKIM1; p=" "${OTHER_RSA_2048.slice(0, 250)}" "${OTHER_RSA_2048.slice(250)}" )`,
      selectors: ['s1'],
      expect: ['several'],
    },
    {
      name: 'a key and its withdrawal',
      zone: `s1._domainkey TXT ${GOOD_KEY}\ns1._domainkey TXT "v=DKIM1; p="`,
      selectors: ['s1'],
      expect: ['several'],
    },
    {
      name: 'a key and something else',
      zone: `s1._domainkey TXT ${GOOD_KEY}\ns1._domainkey TXT "verification=1"`,
      selectors: ['s1'],
      expect: ['several'],
    },
    {
      name: 'a key cut in two',
      zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_2048.slice(0, HALF)}"\ns1._domainkey TXT "${RSA_2048.slice(HALF)}"`,
      selectors: ['s1'],
      expect: ['halves'],
    },
    {
      name: 'no key among them',
      zone: 's1._domainkey TXT "one"\ns1._domainkey TXT "two"',
      selectors: ['s1'],
      expect: [],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const one of publishedSelectors(dkim, wildcards)) {
      const { selector, records } = one;
      const texts = records.map(({ text }) => text);
      const second = records[1];
      if (second === undefined || !texts.some(isMeantAsKey)) continue;
      const params = { selector, count: records.length };
      const own = isOwn(one, findings.domain);
      const record = { name: ownerOf(one), type: 'TXT' } as const;
      const removing = (old: string): RecordChange => ({ kind: 'remove', ...record, old });
      const joined = joinedKey(texts);
      if (joined !== undefined) {
        const [first = '', ...others] = texts;
        const changes: RecordChange[] = [
          { kind: 'replace', ...record, old: first, value: joined },
          ...others.map(removing),
        ];
        const fix = 'put them into one TXT record as its strings, the one with `p=` first';
        findings.add('halves', params, { at: spanIn(second), ...(own ? { fix, changes } : askOwner(one)) });
        continue;
      }
      const [kept, ...rivals] = texts.filter(isUsable);
      const changes =
        kept === undefined || rivals.length > 0 ? [] : texts.filter((text) => text !== kept).map(removing);
      findings.add('several', params, { at: spanIn(second), ...(own ? { changes } : askOwner(one)) });
    }
  },
});

const isUsable = (text: string): boolean => parseDkimKey(text).value.usable;

/** The key that the texts are parts of: a resolver hands them out in any order. */
function joinedKey(texts: readonly string[]): string | undefined {
  if (texts.some(isUsable)) return undefined;
  const head = texts.find(isMeantAsKey) ?? '';
  const tails = texts.filter((text) => text !== head);
  return [tails, tails.toReversed()].map((order) => head + order.join('')).find(isUsable);
}
