import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from './example-keys.ts';
import { admitUnread, isOwn, ownerOf, publishedKeys, tagSpan } from './keys.ts';
import { askOwner } from './proposals.ts';

export default defineCheck({
  id: 'dkim/revoked-key',
  title: 'No key in use is withdrawn',
  refs: [{ label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' }],
  why: 'An empty `p=` says that the key is withdrawn. That is how to retire a key; but whatever is still signed with it counts as unsigned, also mail that is on its way.',
  fix: 'Sign with another selector; once no mail signed with the old one is on its way, its record can go',
  needs: ['dkim', 'wildcards'],
  messages: {
    used: { level: 'error', text: 'The key of selector `{selector}` is withdrawn, though {origin} names the selector' },
    retired: { level: 'note', text: 'The key of selector `{selector}` is withdrawn' },
  },
  examples: [
    { name: 'a key', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'a key in use that is withdrawn',
      zone: 's1._domainkey TXT "v=DKIM1; p="',
      selectors: ['s1'],
      expect: ['used'],
    },
    {
      name: 'an old key of a service',
      zone: '@ TXT "v=spf1 include:servers.mcsv.net ~all"\nk1._domainkey TXT "v=DKIM1; p="',
      expect: ['retired'],
    },
    {
      name: 'a wildcard that withdraws all keys',
      zone: '@ TXT "v=spf1 include:servers.mcsv.net ~all"\n*._domainkey TXT "v=DKIM1; p="',
      expect: [],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { selector, record, key } = published;
      if (!key.revoked) continue;
      const at = tagSpan(published, 'p');
      const origin = selector.claimant;
      const own = isOwn(selector, findings.domain);
      if (origin !== undefined) {
        findings.add('used', { origin, selector: selector.selector }, { at, ...(own ? {} : askOwner(selector)) });
        continue;
      }
      const removal = { kind: 'remove', name: ownerOf(selector), type: 'TXT', old: record.text } as const;
      const fix = 'nothing, while mail signed with it may be on its way; remove the record after a week or two';
      findings.add('retired', { selector: selector.selector }, { at, fix, changes: own ? [removal] : [] });
    }
  },
});
