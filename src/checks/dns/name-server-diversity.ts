import { parseIp } from '../../protocols/ip.ts';
import { networkOf, printNetwork } from '../../protocols/network.ts';
import type { NameServer } from '../../sources/zone.ts';
import { defineCheck } from '../define-check.ts';
import { admitUnread, spanOf } from './name-servers.ts';

/** What is usually one network behind one router: a /24, and the /48 of a site (RFC 6177 §2). */
const PREFIX = { 4: 24, 6: 48 } as const;

export default defineCheck({
  id: 'dns/name-server-diversity',
  title: 'The name servers stand in more than one network',
  refs: [{ label: 'RFC 2182 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc2182#section-3.1' }],
  why: 'Servers in one network are lost together when its router or its line fails. Networks announced from many places at once (anycast) are an exception that cannot be seen in the DNS.',
  fix: 'Place one name server in another network, best with another provider',
  needs: ['zone'],
  messages: {
    same: {
      level: 'warning',
      text: 'The name servers of `{domain}` are one: {servers} have the same addresses',
    },
    together: { level: 'warning', text: 'The {count} name servers of `{domain}` all stand in {networks}' },
  },
  examples: [
    { name: 'two networks', zone: '@ NS a\n@ NS b\na A 192.0.2.1\nb A 198.51.100.1', expect: [] },
    { name: 'one network', zone: '@ NS a\n@ NS b\na A 192.0.2.1\nb A 192.0.2.2', expect: ['together'] },
    {
      name: 'one network of each kind',
      zone: '@ NS a\n@ NS b\na A 192.0.2.1\na AAAA 2001:db8::1\nb A 192.0.2.2\nb AAAA 2001:db8::2',
      expect: ['together'],
    },
    {
      name: 'apart in IPv6',
      zone: '@ NS a\n@ NS b\na A 192.0.2.1\na AAAA 2001:db8::1\nb A 192.0.2.2\nb AAAA 2001:db8:1::2',
      expect: [],
    },
    { name: 'a single name server, which is another matter', zone: '@ NS a\na A 192.0.2.1', expect: [] },
    { name: 'two names for one machine', zone: '@ NS a\n@ NS b\na A 192.0.2.1\nb A 192.0.2.1', expect: ['same'] },
    {
      name: 'one machine with two addresses',
      zone: '@ NS a\n@ NS b\na A 192.0.2.1\na AAAA 2001:db8::1\nb A 192.0.2.1\nb AAAA 2001:db8::1',
      expect: ['same'],
    },
    { name: 'two names that lead nowhere, which is another matter', zone: '@ NS a\n@ NS b', expect: [] },
    { name: 'one left of two, which is another matter', zone: '@ NS a\n@ NS b\na A 192.0.2.1', expect: [] },
    {
      name: 'one that cannot be looked up',
      zone: '@ NS a\n@ NS b\na A 192.0.2.1',
      servfail: ['b.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'apart, and one that cannot be looked up',
      zone: '@ NS a\n@ NS b\n@ NS c\na A 192.0.2.1\nb A 198.51.100.1',
      servfail: ['c.example.com'],
      expect: [],
    },
  ],
  evaluate({ zone }, findings) {
    const { nameServers } = zone;
    const ipv4 = networksOf(nameServers.flatMap((server) => server.ipv4));
    const ipv6 = networksOf(nameServers.flatMap((server) => server.ipv6));
    if (ipv4.length > 1 || ipv6.length > 1 || nameServers.length < 2) return;
    if (nameServers.some(({ state }) => state === 'unknown')) {
      admitUnread(zone, findings);
      return;
    }
    const answering = nameServers.filter(({ state }) => state === 'reachable');
    const [first, second] = answering;
    if (first === undefined || second === undefined) return;
    const { domain } = findings;
    if (answering.every((server) => addressesOf(server) === addressesOf(first))) {
      const servers = answering.map(({ name }) => `\`${name}\``).join(', ');
      findings.add('same', { domain, servers }, { at: spanOf(second, domain) });
      return;
    }
    const networks = [...ipv4, ...ipv6].map((network) => `\`${network}\``).join(' and ');
    findings.add('together', { count: answering.length, domain, networks });
  },
});

const addressesOf = ({ ipv4, ipv6 }: NameServer): string => [...ipv4, ...ipv6].toSorted().join(' ');

function networksOf(addresses: readonly string[]): string[] {
  const networks = addresses.flatMap((address) => {
    const ip = parseIp(address);
    return ip === undefined ? [] : [printNetwork(networkOf(ip, PREFIX[ip.family]))];
  });
  return [...new Set(networks)];
}
