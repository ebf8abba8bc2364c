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
    service: {
      level: 'warning',
      text: '{service} has withdrawn the key of selector `{selector}`, and no other key of it is known',
    },
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
      name: 'a key that its service has withdrawn',
      zone: 'k2._domainkey CNAME dkim2.mcsv.net.\ndkim2.mcsv.net. TXT "v=DKIM1; p="\n@ TXT "v=spf1 include:servers.mcsv.net ~all"',
      expect: ['service'],
    },
    {
      name: 'a service that has changed from one selector to the other',
      zone: `k2._domainkey CNAME dkim2.mcsv.net.\ndkim2.mcsv.net. TXT "v=DKIM1; p="\nk3._domainkey CNAME dkim3.mcsv.net.\ndkim3.mcsv.net. TXT ${GOOD_KEY}\n@ TXT "v=spf1 include:servers.mcsv.net ~all"`,
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
    const keys = publishedKeys(dkim, wildcards);
    for (const published of keys) {
      const { selector, record, key } = published;
      if (!key.revoked) continue;
      const at = tagSpan(published, 'p');
      const origin = selector.claimant;
      const own = isOwn(selector, findings.domain);
      if (origin !== undefined) {
        findings.add('used', { origin, selector: selector.selector }, { at, ...(own ? {} : askOwner(selector)) });
        continue;
      }
      const { host } = selector;
      // A service withdraws a key where it has changed to another selector, and where the account is no more.
      const isLast = !keys.some((other) => other.selector.host?.id === host?.id && !other.key.revoked);
      if (host !== undefined && isLast) {
        const fix = `where ${host.name} still sends for you, have it show its selectors again; else remove the CNAME`;
        findings.add('service', { service: host.name, selector: selector.selector }, { at, fix });
        continue;
      }
      const removal = { kind: 'remove', name: ownerOf(selector), type: 'TXT', old: record.text } as const;
      const fix = 'nothing, while mail signed with it may be on its way; remove the record after a week or two';
      findings.add('retired', { selector: selector.selector }, { at, fix, changes: own ? [removal] : [] });
    }
  },
});
