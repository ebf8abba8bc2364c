import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from '../dkim/example-keys.ts';
import { admitUnread, isMeantAsKey, isOwn, ownerOf, publishedKeys, tagSpan } from '../dkim/keys.ts';

const WITHDRAWN = 'v=DKIM1; p=';

export default defineCheck({
  id: 'parked/dkim',
  title: 'A parked domain has no DKIM key',
  refs: [
    { label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' },
    { label: 'RFC 4592 §2.1.1', url: 'https://www.rfc-editor.org/rfc/rfc4592#section-2.1.1' },
    { label: 'M3AAWG: protecting parked domains', url: 'https://www.m3aawg.org/published-documents' },
  ],
  why: 'Whoever holds a key that is still published signs as the domain, and passes DMARC whatever SPF says. An empty key at `*._domainkey` says that every signature in the name of the domain is forged.',
  fix: 'Remove the keys of the domain, and publish `v=DKIM1; p=` at `*._domainkey`',
  needs: ['parked', 'existence', 'wildcards'],
  considers: ['dkim'],
  messages: {
    key: {
      level: 'warning',
      text: 'The parked domain `{domain}` publishes a DKIM key at `{name}`, and whoever holds it passes DMARC',
    },
    unsaid: {
      level: 'note',
      text: 'The parked domain `{domain}` does not say that it has no DKIM keys: there is no empty key at `*._domainkey`',
    },
  },
  examples: [
    { name: 'an empty key for all selectors', parked: true, zone: '*._domainkey TXT "v=DKIM1; p="', expect: [] },
    { name: 'nothing said', parked: true, zone: '@ TXT "v=spf1 -all"', expect: ['unsaid'] },
    {
      name: 'a key left over',
      parked: true,
      zone: `*._domainkey TXT "v=DKIM1; p="\ns1._domainkey TXT ${GOOD_KEY}`,
      selectors: ['s1'],
      expect: ['key'],
    },
    {
      name: 'a key at a service',
      parked: true,
      zone: `*._domainkey TXT "v=DKIM1; p="\ns1._domainkey CNAME s1.example.net.\ns1.example.net. TXT ${GOOD_KEY}`,
      selectors: ['s1'],
      expect: ['key'],
    },
    {
      name: 'a key left over and nothing said',
      parked: true,
      zone: `s1._domainkey TXT ${GOOD_KEY}`,
      selectors: ['s1'],
      expect: ['key', 'unsaid'],
    },
    {
      name: 'a key for all selectors, which is another matter',
      parked: true,
      zone: `*._domainkey TXT ${GOOD_KEY}`,
      expect: [],
    },
    { name: 'a domain with mail', zone: '@ MX 10 mail', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ existence, wildcards, dkim }, findings) {
    const { domain } = findings;
    if (dkim.state === 'found') {
      admitUnread(dkim.value, findings);
      for (const published of publishedKeys(dkim.value, wildcards)) {
        const { selector, record, key } = published;
        if (!key.usable || key.revoked || selector.name.startsWith('*')) continue;
        const { name, via } = selector;
        const alias = via[0];
        const changes =
          alias !== undefined
            ? [{ kind: 'remove', name, type: 'CNAME', old: `${alias}.` } as const]
            : isOwn(selector, domain)
              ? [{ kind: 'replace', name: ownerOf(selector), type: 'TXT', old: record.text, value: WITHDRAWN } as const]
              : [];
        findings.add(
          'key',
          { domain, name },
          { at: tagSpan(published, 'p'), fix: `withdraw the key at \`${name}\``, changes },
        );
      }
    }
    // What else a wildcard may say there is the affair of dkim/wildcard.
    if (wildcards.domainkey.unread !== undefined) {
      findings.inconclusive(wildcards.domainkey.unread);
      return;
    }
    if (wildcards.domainkey.records.some(({ text }) => isMeantAsKey(text))) return;
    const name = `*._domainkey.${domain}`;
    const changes =
      existence.alias.length > 0 ? [] : [{ kind: 'publish', name, type: 'TXT', value: WITHDRAWN } as const];
    findings.add('unsaid', { domain }, { fix: `publish \`${WITHDRAWN}\` at \`${name}\``, changes });
  },
});
