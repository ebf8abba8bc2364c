import { readable } from '../../core/readable.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from './example-keys.ts';
import { admitUnread, isMeantAsKey, spanIn } from './keys.ts';

export default defineCheck({
  id: 'dkim/selector',
  title: 'Every selector in use has a key',
  refs: [{ label: 'RFC 6376 §6.1.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-6.1.2' }],
  why: 'A signature names its selector, and without a key there no receiver can verify it. The mail counts as unsigned, and whatever is forwarded then fails DMARC as well.',
  fix: 'Publish the key the signing service or server shows for the selector, or correct the selector it signs with',
  needs: ['existence', 'dkim'],
  messages: {
    missing: { level: 'error', text: 'There is no TXT record at `{name}`, though {origin} names the selector' },
    doubled: {
      level: 'error',
      text: 'The key of selector `{selector}` stands at `{doubled}`, where nobody looks: the domain is twice in the name',
    },
    other: { level: 'error', text: '`{text}` stands at `{name}` and is no DKIM key' },
  },
  examples: [
    { name: 'a key at the selector', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'a selector that does not exist',
      zone: `s1._domainkey TXT ${GOOD_KEY}`,
      selectors: ['s2'],
      expect: ['missing'],
    },
    {
      name: 'one there and one not',
      zone: `s1._domainkey TXT ${GOOD_KEY}`,
      selectors: ['s1', 's2'],
      expect: ['missing'],
    },
    {
      name: 'a key whose name has the domain twice',
      zone: `s1._domainkey.example.com TXT ${GOOD_KEY}`,
      selectors: ['s1'],
      expect: ['doubled'],
    },
    {
      name: 'a selector without TXT record',
      zone: 's1._domainkey A 192.0.2.1',
      selectors: ['s1'],
      expect: ['missing'],
    },
    {
      name: 'a selector that is said to be expected',
      zone: '@ NS ns',
      expectations: { selectors: ['s1'] },
      expect: ['missing'],
    },
    { name: 'something else at the selector', zone: '* TXT "v=spf1 -all"', selectors: ['s1'], expect: ['other'] },
    {
      name: 'a key that is withdrawn, which is another matter',
      zone: 's1._domainkey TXT "v=DKIM1; p="',
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a CNAME that leads nowhere, which is another matter',
      zone: 's1._domainkey CNAME s1.example.net.',
      selectors: ['s1'],
      expect: [],
    },
    { name: 'no selector known', zone: `s1._domainkey TXT ${GOOD_KEY}`, expect: [], outcome: 'not-applicable' },
    {
      name: 'no such domain',
      zone: 'www A 192.0.2.1',
      domain: 'absent.example.com',
      selectors: ['s1'],
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a question that fails',
      zone: '@ NS ns',
      selectors: ['s1'],
      servfail: ['s1._domainkey.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dkim }, findings) {
    const inUse = dkim.selectors.filter(({ expected }) => expected);
    if (inUse.length === 0) findings.notApplicable('no selector is known to be in use (`--selector`)');
    admitUnread(dkim, findings);
    for (const one of inUse) {
      const { selector, name, state, doubled, records } = one;
      // A report tells of the past: a selector that is gone since may have been retired as it should be.
      const origin = one.claimant;
      if (doubled !== undefined) {
        const fix = `publish it at \`${name}\`: enter \`${selector}._domainkey\` where the form adds the domain itself`;
        findings.add('doubled', { selector, doubled }, { fix });
      } else if (state === 'absent' && origin !== undefined) findings.add('missing', { origin, name });
      const [first] = records;
      if (first !== undefined && !records.some(({ text }) => isMeantAsKey(text))) {
        findings.add('other', { text: readable(first.text), name }, { at: spanIn(first) });
      }
    }
  },
});
