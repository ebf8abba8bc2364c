import type { DkimSelector } from '../../sources/dkim.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from '../dkim/example-keys.ts';
import { isMeantAsKey, spanIn } from '../dkim/keys.ts';
import { remedy } from './remedy.ts';

export default defineCheck({
  id: 'expectation/selectors',
  title: 'Every DKIM selector expected has a key',
  refs: [{ label: 'RFC 6376 §6.1.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-6.1.2' }],
  why: 'Mail signed with a selector that has no usable key counts as unsigned. Keys are lost where a zone is moved, and nothing shows it but mail that fails.',
  fix: 'Publish the key of the selector, or correct what is expected',
  needs: ['expectations', 'existence'],
  considers: ['dkim'],
  messages: {
    missing: { level: 'error', text: 'Selector `{selector}` is expected, and there is no key at `{name}`' },
    unusable: { level: 'error', text: 'Selector `{selector}` is expected, and its key {fault}' },
  },
  examples: [
    {
      name: 'the selector expected',
      expectations: { selectors: ['S1'] },
      zone: `s1._domainkey TXT ${GOOD_KEY}`,
      expect: [],
    },
    {
      name: 'a selector that is not there, which is another matter',
      expectations: { selectors: ['s1', 's2'] },
      zone: `s1._domainkey TXT ${GOOD_KEY}`,
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a CNAME that leads nowhere',
      expectations: { selectors: ['s1'], place: { file: 'sendaudit.json', line: 3 } },
      zone: 's1._domainkey CNAME gone',
      expect: ['missing'],
    },
    {
      name: 'some other text, which is another matter',
      expectations: { selectors: ['s1'] },
      zone: '* TXT "hello"',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a key whose name has the domain twice, which is another matter',
      expectations: { selectors: ['s1'] },
      zone: `s1._domainkey.example.com TXT ${GOOD_KEY}`,
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a key that is withdrawn',
      expectations: { selectors: ['s1'] },
      zone: 's1._domainkey TXT "v=DKIM1; p="',
      expect: ['unusable'],
    },
    {
      name: 'a key that is broken',
      expectations: { selectors: ['s1'] },
      zone: 's1._domainkey TXT "v=DKIM1; p=MIGf"',
      expect: ['unusable'],
    },
    {
      name: 'a selector that cannot be looked up',
      expectations: { selectors: ['s1'] },
      zone: '@ MX 0 .',
      servfail: ['s1._domainkey.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'something else expected',
      expectations: { mx: [] },
      zone: '@ MX 0 .',
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ expectations, dkim }, findings) {
    if (expectations.selectors === undefined) {
      findings.notApplicable('no selectors are said to be expected');
      return;
    }
    const asked = dkim.state === 'found' ? dkim.value.selectors : [];
    for (const selector of new Set(expectations.selectors.map((one) => one.toLowerCase()))) {
      const name = `${selector}._domainkey.${findings.domain}`;
      const one = asked.find((known) => known.selector === selector);
      if (one?.state === 'unknown') {
        findings.inconclusive(one.reason ?? name);
        continue;
      }
      const record = one?.records.find(({ text }) => isMeantAsKey(text));
      if (one?.state === 'absent' || (one?.state === 'published' && record === undefined)) {
        findings.notApplicable(`there is no key at ${name}, see dkim/selector`);
        continue;
      }
      if (one === undefined || record === undefined) {
        findings.add('missing', { selector, name }, { fix: remedy(`publish its key at \`${name}\``, expectations) });
        continue;
      }
      const fault = faultOf(one);
      if (fault === undefined) continue;
      const fix = remedy(`publish a key that can be used at \`${name}\``, expectations);
      findings.add('unusable', { selector, fault }, { at: spanIn(record), fix });
    }
  },
});

function faultOf({ records, key }: DkimSelector): string | undefined {
  if (records.length > 1) return 'is one of several records, of which verifiers may take any';
  if (key?.value.revoked === true) return 'is withdrawn';
  return key?.value.usable === true ? undefined : 'cannot be read by verifiers';
}
