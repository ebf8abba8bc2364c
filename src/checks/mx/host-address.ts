import type { MxHost } from '../../sources/mx.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import {
  admitUnread,
  isMicrosoftProof,
  literalAddress,
  ownChanges,
  removalOf,
  replacementOf,
  spanOf,
} from './hosts.ts';

export default defineCheck({
  id: 'mx/host-address',
  title: 'Every MX host has an address',
  refs: [{ label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' }],
  why: 'Mail cannot be delivered to a host without address. Where other hosts are left, senders come to them after trying in vain; where none is, mail waits for days and bounces.',
  fix: 'Give the host an address, or remove its MX record',
  needs: ['mx', 'existence'],
  considers: ['danglingMx', 'parked'],
  messages: {
    all: {
      level: 'error',
      text: 'MX host `{host}` {lack}, and no other has an address: mail for `{domain}` cannot be delivered',
    },
    some: { level: 'warning', text: 'MX host `{host}` {lack}, so senders try it in vain' },
  },
  examples: [
    { name: 'a host with an address', zone: '@ MX 10 mail\nmail AAAA 2001:db8::1', expect: [] },
    { name: 'a host that does not exist', zone: '@ MX 10 mail', expect: ['all'] },
    { name: 'a host in a domain that is gone, too', zone: 'net. NS ns.nic.net.\n@ MX 10 mx.example.net.', expect: [] },
    { name: 'a host without address', zone: '@ MX 10 mail\nmail TXT "hello"', expect: ['all'] },
    { name: 'two of them', zone: '@ MX 10 mail\n@ MX 20 backup\nmail TXT "hello"', expect: ['all', 'all'] },
    {
      name: 'a backup that is gone',
      zone: '@ MX 10 mail\n@ MX 20 mx.example.net.\nmail A 192.0.2.1',
      expect: ['some'],
    },
    {
      name: 'a CNAME that leads nowhere',
      zone: '@ MX 10 mail\n@ MX 20 old\nmail A 192.0.2.1\nold CNAME gone',
      expect: ['some'],
    },
    { name: 'a final dot that was forgotten', zone: '@ MX 10 mail.example.com\nmail A 192.0.2.1', expect: ['all'] },
    { name: 'an address in place of a name, which is another matter', zone: '@ MX 10 192.0.2.1.', expect: [] },
    {
      name: 'a host that cannot be looked up',
      zone: '@ MX 10 mail',
      servfail: ['mail.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mx, existence, danglingMx, parked }, findings) {
    if (standsAside(parked, 'parked/mx', findings)) return;
    admitUnread(mx, findings);
    const { domain } = findings;
    const lost = mx.hosts.every(({ state }) => state !== 'reachable' && state !== 'unknown');
    // A host whose domain is gone as well is the affair of mx/host-domain.
    const lapsed = danglingMx.state === 'found' ? danglingMx.value.filter((one) => one.lapsed.state === 'found') : [];
    for (const host of mx.hosts) {
      const { name, state } = host;
      if (state === 'reachable' || state === 'unknown') continue;
      if (lapsed.some((one) => one.host === name)) continue;
      if (isMicrosoftProof(name) || literalAddress(name, domain) !== undefined) continue;
      // `mail.example.com` without final dot in the zone file of example.com.
      const twice = name.endsWith(`.${domain}.${domain}`);
      const meant = name.slice(0, -domain.length - 1);
      const change = twice ? [replacementOf(host, domain, meant)] : lost ? [] : [removalOf(host, domain)];
      const fix = twice ? { fix: `write \`${meant}.\` with a final dot, or leave the domain out` } : {};
      const detail = { at: spanOf(host, domain), ...fix, changes: ownChanges(existence, change) };
      if (lost) findings.add('all', { host: name, lack: lackOf(host), domain }, detail);
      else findings.add('some', { host: name, lack: lackOf(host) }, detail);
    }
  },
});

function lackOf({ state, via }: MxHost): string {
  const target = via.at(-1);
  const lack = state === 'nxdomain' ? 'does not exist' : 'has no address';
  return target === undefined ? lack : `is a CNAME to \`${target}\`, which ${lack}`;
}
