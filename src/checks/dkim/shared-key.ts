import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, OTHER_RSA_2048, txt } from './example-keys.ts';
import { admitUnread, isOwn, ownerOf, publishedKeys, tagSpan, type PublishedKey } from './keys.ts';

export default defineCheck({
  id: 'dkim/shared-key',
  title: 'Every selector has a key of its own',
  refs: [{ label: 'RFC 6376 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.1' }],
  why: 'Selectors are there to tell keys apart: one for each service, and a new one at every change. With the same key at two of them, whoever gets hold of one has both, and withdrawing one withdraws nothing.',
  fix: 'Make a key of its own for every selector',
  needs: ['dkim', 'wildcards'],
  messages: {
    shared: { level: 'note', text: 'The same key stands at the selectors {selectors}' },
  },
  examples: [
    {
      name: 'two keys',
      zone: `a._domainkey TXT ${GOOD_KEY}\nb._domainkey TXT ${txt(`v=DKIM1; p=${OTHER_RSA_2048}`)}`,
      selectors: ['a', 'b'],
      expect: [],
    },
    {
      name: 'the same key twice',
      zone: `a._domainkey TXT ${GOOD_KEY}\nb._domainkey TXT ${GOOD_KEY}`,
      selectors: ['a', 'b'],
      expect: ['shared'],
    },
    {
      name: 'an alias of one’s own',
      zone: `a._domainkey TXT ${GOOD_KEY}\nb._domainkey CNAME a._domainkey`,
      selectors: ['a', 'b'],
      expect: [],
    },
    {
      name: 'a service that uses one key for all',
      zone: `a._domainkey CNAME a.example.net.\nb._domainkey CNAME b.example.net.\na.example.net. TXT ${GOOD_KEY}\nb.example.net. TXT ${GOOD_KEY}`,
      selectors: ['a', 'b'],
      expect: [],
    },
    {
      name: 'two withdrawn keys',
      zone: 'a._domainkey TXT "v=DKIM1; p="\nb._domainkey TXT "v=DKIM1; p="',
      selectors: ['a', 'b'],
      expect: [],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    // By owner, so that an alias is not taken for a copy; the keys of a service are the affair of the service.
    const own = publishedKeys(dkim, wildcards).filter(({ selector }) => isOwn(selector, findings.domain));
    const byOwner = new Map(own.map((published) => [ownerOf(published.selector), published]));
    const byKey = new Map<string, PublishedKey[]>();
    for (const published of byOwner.values()) {
      const fingerprint = published.key.material?.fingerprint;
      if (fingerprint !== undefined) byKey.set(fingerprint, [...(byKey.get(fingerprint) ?? []), published]);
    }
    for (const copies of byKey.values()) {
      const [, second] = copies;
      if (second === undefined) continue;
      const selectors = copies.map(({ selector }) => `\`${selector.selector}\``).join(', ');
      findings.add('shared', { selectors }, { at: tagSpan(second, 'p') });
    }
  },
});
