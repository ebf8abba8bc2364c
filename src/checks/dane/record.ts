import { isSubdomainOf } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';
import { LEAF_KEY_SHA256 } from './example-certificates.ts';
import { HOST, zoneWith } from './example-hosts.ts';
import { hostList, recordsOf } from './records.ts';

export default defineCheck({
  id: 'dane/record',
  title: 'Mail hosts in a signed zone have TLSA records',
  refs: [{ label: 'RFC 7672 §1.3', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-1.3' }],
  why: 'Without them, or MTA-STS, senders cannot know that a host has TLS, nor which certificate is its own: an attacker on the way takes STARTTLS out of the conversation and reads along. A signed zone is all that DANE needs besides.',
  fix: 'Publish a `3 1 1` record with the SHA-256 of the host’s public key, once its renewal keeps the key, or publishes the new record well before it changes it',
  needs: ['tlsa'],
  messages: {
    none: { level: 'note', text: 'No TLSA record verifies {hosts}, though the zone of `{domain}` is signed' },
  },
  examples: [
    {
      name: 'records',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      authentic: ['example.com'],
      expect: [],
    },
    { name: 'a signed zone without', zone: HOST, authentic: ['example.com'], expect: ['none'] },
    { name: 'an unsigned zone', zone: HOST, authentic: [], expect: [], outcome: 'not-applicable' },
    {
      name: 'a service’s host',
      zone: '@ MX 10 mx.example.net.\nmx.example.net. A 192.0.2.1',
      authentic: ['example.com', 'example.net'],
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a resolver that nobody trusts', zone: HOST, expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ tlsa }, findings) {
    const { domain } = findings;
    if (tlsa.mx === 'unjudged') {
      findings.notApplicable('only a validating resolver that is named with --resolver can tell what is signed');
      return;
    }
    for (const { records } of tlsa.hosts) if (records.state === 'unknown') findings.inconclusive(records.reason);
    // Of some with records and some without, dane/coverage speaks.
    if (tlsa.hosts.some((host) => recordsOf(host).length > 0)) return;
    const own = tlsa.hosts.filter(
      ({ host, addresses, validated, records }) =>
        isSubdomainOf(host, domain) && addresses === true && validated === true && records.state === 'absent',
    );
    if (!tlsa.mx || own.length === 0) findings.notApplicable('no mail host is in a signed zone of the domain');
    else findings.add('none', { domain, hosts: hostList(own) });
  },
});
