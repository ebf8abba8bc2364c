import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from './example-keys.ts';
import { admitUnread, leadsToKeys } from './keys.ts';

export default defineCheck({
  id: 'dkim/alias-domain',
  title: 'No CNAME of a selector leads into a domain that anybody can register',
  refs: [{ label: 'RFC 6376 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2' }],
  why: 'Whoever runs the target of the CNAME decides what key stands at the selector. Where its domain has lapsed, anybody can register it, publish a key, and sign mail as your domain that passes DMARC everywhere.',
  fix: 'Remove the CNAME at once; where the service is still in use, copy the target again from its settings',
  needs: ['dkim'],
  messages: {
    free: {
      level: 'error',
      text: '`{name}` is a CNAME into `{registered}`, which does not exist: whoever registers it can sign as `{domain}`',
    },
  },
  examples: [
    {
      name: 'a CNAME to a key',
      zone: `s1._domainkey CNAME s1.example.net.\ns1.example.net. TXT ${GOOD_KEY}`,
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a CNAME into a domain that is gone',
      zone: 'net. NS ns.nic.net.\ns1._domainkey CNAME s1.dkim.example.net.',
      selectors: ['s1'],
      expect: ['free'],
    },
    {
      name: 'a CNAME to a name that is gone from a domain that is there',
      zone: 'net. NS ns.nic.net.\nexample.net. NS ns.nic.net.\ns1._domainkey CNAME s1.dkim.example.net.',
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a CNAME into a domain that cannot exist',
      zone: 's1._domainkey CNAME s1.example.invalid.',
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a domain that cannot be looked up',
      zone: 'net. NS ns.nic.net.\ns1._domainkey CNAME s1.dkim.example.net.',
      selectors: ['s1'],
      servfail: ['example.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dkim }, findings) {
    admitUnread(dkim, findings);
    const { domain } = findings;
    for (const one of dkim.selectors) {
      const { name, via, lapsed } = one;
      const [first] = via;
      if (lapsed === undefined || first === undefined || !(one.expected || leadsToKeys(one))) continue;
      if (lapsed.state === 'unknown') findings.inconclusive(lapsed.reason);
      if (lapsed.state !== 'found') continue;
      const registered = lapsed.value;
      const text = via.join(' → ');
      const at = { source: `${name} CNAME`, text, start: text.length - registered.length, end: text.length };
      const changes = [{ kind: 'remove', name, type: 'CNAME', old: `${first}.` } as const];
      findings.add('free', { name, registered, domain }, { at, changes });
    }
  },
});
