import { defineCheck } from '../define-check.ts';
import { isMicrosoftProof, literalAddress, ownChanges, removalOf, spanOf } from './hosts.ts';

export default defineCheck({
  id: 'mx/host-domain',
  title: 'No MX host lies in a domain that anybody can register',
  refs: [{ label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' }],
  why: 'Where the domain of a mail host has lapsed, anybody can register it, give the host an address, and take the mail of your domain: reset links of passwords among it.',
  fix: 'Remove the MX record at once',
  needs: ['mx', 'existence'],
  considers: ['danglingMx'],
  messages: {
    free: {
      level: 'error',
      text: 'MX host `{host}` lies in `{registered}`, which does not exist: whoever registers it gets mail for `{domain}`',
    },
  },
  examples: [
    { name: 'a host with an address', zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: [] },
    {
      name: 'a host in a domain that is gone',
      zone: 'net. NS ns.nic.net.\n@ MX 10 mail\nmail A 192.0.2.1\n@ MX 20 mx.example.net.',
      expect: ['free'],
    },
    {
      name: 'a CNAME into such a domain',
      zone: 'net. NS ns.nic.net.\n@ MX 10 mail\nmail CNAME mx.example.net.',
      expect: ['free'],
    },
    {
      name: 'a host that is gone from a domain that is there',
      zone: 'net. NS ns.nic.net.\nexample.net. NS ns.nic.net.\n@ MX 10 mx.example.net.',
      expect: [],
    },
    { name: 'a name that is no domain', zone: '@ MX 10 ms1234.msv1.invalid.\n@ MX 20 192.0.2.1.', expect: [] },
    {
      name: 'a domain that cannot be looked up',
      zone: 'net. NS ns.nic.net.\n@ MX 10 mx.example.net.',
      servfail: ['example.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mx, existence, danglingMx }, findings) {
    if (danglingMx.state === 'absent') return;
    const { domain } = findings;
    for (const host of mx.hosts) {
      if (isMicrosoftProof(host.name) || literalAddress(host.name, domain) !== undefined) continue;
      const lapsed = danglingMx.value.find((one) => one.host === host.name)?.lapsed;
      if (lapsed?.state === 'unknown') findings.inconclusive(lapsed.reason);
      if (lapsed?.state !== 'found') continue;
      const changes = ownChanges(existence, [removalOf(host, domain)]);
      findings.add(
        'free',
        { host: host.name, registered: lapsed.value, domain },
        { at: spanOf(host, domain), changes },
      );
    }
  },
});
