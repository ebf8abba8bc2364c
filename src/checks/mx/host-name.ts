import { isHostName } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { isMicrosoftProof, literalAddress, spanOf } from './hosts.ts';

export default defineCheck({
  id: 'mx/host-name',
  title: 'MX records hold host names',
  refs: [
    { label: 'RFC 1035 §3.3.9', url: 'https://www.rfc-editor.org/rfc/rfc1035#section-3.3.9' },
    { label: 'RFC 5321 §2.3.5', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-2.3.5' },
  ],
  why: 'An MX record names a host, and the host has the address. Senders look an IP address up as if it were a name, and find nothing. Names with characters no host name has are refused by some.',
  fix: 'Give the mail server a name of letters, digits and hyphens, publish its address there, and name it in the MX record',
  needs: ['mx'],
  considers: ['parked'],
  messages: {
    address: {
      level: 'error',
      text: 'The MX record of `{domain}` holds the address `{address}`, where a host name belongs',
    },
    syntax: {
      level: 'warning',
      text: 'MX host `{host}` is no host name: only letters, digits and hyphens are allowed in one',
    },
  },
  examples: [
    { name: 'a host name', zone: '@ MX 10 mail-1\nmail-1 A 192.0.2.1', expect: [] },
    { name: 'an address', zone: '@ MX 10 192.0.2.1.', expect: ['address'] },
    { name: 'an address in a zone file, without final dot', zone: '@ MX 10 192.0.2.1', expect: ['address'] },
    { name: 'an address in brackets', zone: '@ MX 10 [192.0.2.1].', expect: ['address'] },
    { name: 'an IPv6 address', zone: '@ MX 10 2001:db8::1.', expect: ['address'] },
    { name: 'an underscore', zone: '@ MX 10 mail_1\nmail_1 A 192.0.2.1', expect: ['syntax'] },
  ],
  evaluate({ mx, parked }, findings) {
    if (standsAside(parked, 'parked/mx', findings)) return;
    const { domain } = findings;
    for (const host of mx.hosts) {
      const { name, state } = host;
      const at = spanOf(host, domain);
      const address = literalAddress(name, domain);
      if (address !== undefined && state !== 'reachable') {
        const type = address.includes(':') ? 'AAAA' : 'A';
        const fix = `publish \`${type} ${address}\` at a name such as \`mail.${domain}\`, and let the MX record name that`;
        findings.add('address', { domain, address }, { at, fix });
      } else if (!isHostName(name) && !isMicrosoftProof(name)) findings.add('syntax', { host: name }, { at });
    }
  },
});
