import type { RecordChange } from '../../core/outcome.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import { parseIp, unmapped } from '../../protocols/ip.ts';
import { reservedBlock, type ReservedBlock } from '../../protocols/ip-reserved.ts';
import type { MxHost } from '../../sources/mx.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { admitUnread, ownChanges, removalOf, spanOf } from './hosts.ts';

export default defineCheck({
  id: 'mx/public-address',
  title: 'MX hosts have addresses the world can reach',
  refs: [
    { label: 'RFC 6890', url: 'https://www.rfc-editor.org/rfc/rfc6890' },
    { label: 'RFC 1918 §3', url: 'https://www.rfc-editor.org/rfc/rfc1918#section-3' },
  ],
  why: 'An address from a private network leads nowhere on the Internet, or to a machine in the network of the sender. It gets there when a zone made for the inside is published outside.',
  fix: 'Publish the public address of the mail server, and keep private ones to the name servers inside',
  needs: ['mx', 'existence'],
  considers: ['parked'],
  messages: {
    all: {
      level: 'error',
      text: 'MX host `{host}` has `{address}` ({block}), and no MX host of `{domain}` has an address the world can reach',
    },
    some: { level: 'warning', text: 'MX host `{host}` has `{address}` ({block}), where senders try in vain' },
  },
  examples: [
    { name: 'a public address', zone: '@ MX 10 mail\nmail A 8.8.4.4\nmail AAAA 2606:4700::1', expect: [] },
    { name: 'an address from a manual, as in this one', zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: [] },
    { name: 'a private address', zone: '@ MX 10 mail\nmail A 192.168.1.25', expect: ['all'] },
    { name: 'loopback', zone: '@ MX 10 localhost\nlocalhost A 127.0.0.1', expect: ['all'] },
    {
      name: 'both a public and a private address',
      zone: '@ MX 10 mail\nmail A 8.8.4.4\nmail A 10.0.0.1',
      expect: ['some'],
    },
    {
      name: 'a private address of the second host',
      zone: '@ MX 10 mail\n@ MX 20 inside\nmail A 8.8.4.4\ninside AAAA fd00::1',
      expect: ['some'],
    },
    {
      name: 'a host that cannot be looked up',
      zone: '@ MX 10 mail',
      servfail: ['mail.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mx, existence, parked }, findings) {
    if (standsAside(parked, 'parked/mx', findings)) return;
    admitUnread(mx, findings);
    const { domain } = findings;
    const lost = !mx.hosts.some((host) => host.state === 'unknown' || addressesOf(host).some(({ block }) => !block));
    for (const host of mx.hosts) {
      const addresses = addressesOf(host);
      const wholly = addresses.every(({ block }) => block !== undefined);
      for (const { address, block } of addresses) {
        if (block === undefined) continue;
        const params = { host: host.name, address, block: `${block.name}, ${block.rfc}` };
        const at = spanOf(host, domain);
        if (lost) {
          findings.add('all', { ...params, domain }, { at });
          continue;
        }
        const ofHost = wholly
          ? ownChanges(existence, [removalOf(host, domain)])
          : removalOfAddress(host, address, domain);
        findings.add('some', params, { at, changes: ofHost });
      }
    }
  },
});

function removalOfAddress({ name, via }: MxHost, address: string, domain: string): readonly RecordChange[] {
  const owner = via.at(-1) ?? name;
  if (!isSubdomainOf(owner, domain)) return [];
  return [{ kind: 'remove', name: owner, type: address.includes(':') ? 'AAAA' : 'A', old: address }];
}

/** Documentation ranges stand for real addresses in manuals, tests and training; nobody gets one by accident. */
function addressesOf({ ipv4, ipv6 }: MxHost): { address: string; block: ReservedBlock | undefined }[] {
  return [...ipv4, ...ipv6].map((address) => {
    const ip = parseIp(address);
    if (ip === undefined) return { address, block: undefined };
    const { family, bits } = unmapped(ip);
    const block = reservedBlock({ family, first: bits, last: bits });
    return { address, block: block?.name === 'documentation' ? undefined : block };
  });
}
