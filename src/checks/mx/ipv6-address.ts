import { isSubdomainOf } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';
import { admitUnread, spanOf } from './hosts.ts';

export default defineCheck({
  id: 'mx/ipv6-address',
  title: 'Mail can be delivered over IPv6',
  refs: [{ label: 'RFC 5321 §5.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.2' }],
  why: 'Servers that only have IPv6 addresses cannot deliver to hosts that only have IPv4 ones. They are few yet, and all large services receive over both.',
  fix: 'Give a mail host an AAAA record with an IPv6 address that it listens on',
  needs: ['mx'],
  messages: {
    none: { level: 'note', text: 'No mail host of `{domain}` has an IPv6 address: {hosts}' },
  },
  examples: [
    { name: 'both kinds of address', zone: '@ MX 10 mail\nmail A 192.0.2.1\nmail AAAA 2001:db8::1', expect: [] },
    {
      name: 'a second host with an IPv6 address',
      zone: '@ MX 10 a\n@ MX 20 b\na A 192.0.2.1\nb AAAA 2001:db8::1',
      expect: [],
    },
    { name: 'IPv4 alone', zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: ['none'] },
    {
      name: 'a service without IPv6, which is not the domain’s affair',
      zone: '@ MX 10 mx.example.net.\nmx.example.net. A 192.0.2.1',
      expect: [],
    },
    { name: 'a host without any address, which is another matter', zone: '@ MX 10 mail', expect: [] },
    {
      name: 'a host that cannot be looked up',
      zone: '@ MX 10 mail',
      servfail: ['mail.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mx }, findings) {
    admitUnread(mx, findings);
    if (mx.hosts.some(({ state }) => state === 'unknown')) return;
    const { domain } = findings;
    const reachable = mx.hosts.filter(({ state }) => state === 'reachable');
    const own = reachable.find(({ name, via }) => isSubdomainOf(via.at(-1) ?? name, domain));
    if (own === undefined || reachable.some(({ ipv6 }) => ipv6.length > 0)) return;
    const hosts = reachable.map(({ name }) => `\`${name}\``).join(', ');
    findings.add('none', { domain, hosts }, { at: spanOf(own, domain) });
  },
});
