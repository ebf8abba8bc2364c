import { readable } from '../../core/readable.ts';
import { parseDkimKey } from '../../protocols/dkim-key.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from './example-keys.ts';
import { isMeantAsKey, spanIn } from './keys.ts';

export default defineCheck({
  id: 'dkim/wildcard',
  title: 'No wildcard answers for selectors',
  refs: [
    { label: 'RFC 6376 §3.6.2.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2.1' },
    { label: 'RFC 4592 §2.2.1', url: 'https://www.rfc-editor.org/rfc/rfc4592#section-2.2.1' },
  ],
  why: 'A wildcard answers for every selector that has no record of its own. A key there cannot be withdrawn selector by selector, and any other text turns "no such key" into "broken key". Only an empty key makes sense there: it withdraws all.',
  fix: 'Remove the wildcard below `_domainkey`, and publish every key at its selector',
  needs: ['existence', 'wildcards'],
  messages: {
    key: { level: 'warning', text: 'A wildcard publishes a DKIM key at every selector of `{domain}`' },
    text: { level: 'note', text: 'A wildcard answers `{text}` at every selector of `{domain}`' },
  },
  examples: [
    { name: 'a key at its selector', zone: `s1._domainkey TXT ${GOOD_KEY}`, expect: [] },
    {
      name: 'a wildcard that withdraws all keys',
      zone: '@ TXT "v=spf1 -all"\n*._domainkey TXT "v=DKIM1; p="',
      expect: [],
    },
    { name: 'a key for all selectors', zone: `*._domainkey TXT ${GOOD_KEY}`, expect: ['key'] },
    { name: 'a text for all selectors', zone: '*._domainkey TXT "v=spf1 -all"', expect: ['text'] },
    {
      name: 'an alias for all selectors',
      zone: `*._domainkey CNAME s1.example.net.\ns1.example.net. TXT ${GOOD_KEY}`,
      expect: ['key'],
    },
    { name: 'a wildcard for all names, which is another matter', zone: '* TXT "v=spf1 -all"', expect: [] },
    {
      name: 'a question that fails',
      zone: '@ NS ns',
      servfail: ['sendaudit-wildcard-probe._domainkey.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ wildcards }, findings) {
    const { domain } = findings;
    const { domainkey, subdomain } = wildcards;
    if (domainkey.unread !== undefined) findings.inconclusive(domainkey.unread);
    const everywhere = new Set(subdomain.records.map(({ text }) => text));
    const [alias] = domainkey.via;
    for (const record of domainkey.records) {
      const { text } = record;
      if (everywhere.has(text)) continue;
      const meant = isMeantAsKey(text);
      if (meant && parseDkimKey(text).value.revoked) continue;
      const removed =
        alias === undefined ? ({ type: 'TXT', old: text } as const) : ({ type: 'CNAME', old: `${alias}.` } as const);
      const removal = { kind: 'remove', name: `*._domainkey.${domain}`, ...removed } as const;
      const detail = { at: spanIn({ ...record, name: removal.name }), changes: [removal] };
      if (meant) findings.add('key', { domain }, detail);
      else findings.add('text', { domain, text: readable(text) }, detail);
    }
  },
});
