import { isSubdomainOf } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';
import { admitUnread, spanOf } from './name-servers.ts';

export default defineCheck({
  id: 'dns/name-server-address',
  title: 'Every name server has an address',
  refs: [
    { label: 'RFC 1034 §4.2.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-4.2.2' },
    { label: 'RFC 2182 §4', url: 'https://www.rfc-editor.org/rfc/rfc2182#section-4' },
  ],
  why: 'Resolvers try a name server without address in vain, and answers come late or not at all. Worse is a name in somebody else’s domain that is gone: whoever registers that domain answers for yours, and decides who may send as you.',
  fix: 'Give the name server its address back, or take it out of the zone and out of the delegation at the registrar',
  needs: ['zone'],
  messages: {
    gone: {
      level: 'error',
      text: 'Name server `{server}` does not exist: whoever gets hold of its domain answers for `{domain}`',
    },
    unreachable: { level: 'warning', text: 'Name server `{server}` of `{domain}` has no address' },
  },
  examples: [
    {
      name: 'two name servers',
      zone: '@ NS a\n@ NS ns.example.net.\na A 192.0.2.1\nns.example.net. AAAA 2001:db8::1',
      expect: [],
    },
    {
      name: 'one in another domain that is gone',
      zone: '@ NS a\n@ NS ns.example.net.\na A 192.0.2.1',
      expect: ['gone'],
    },
    {
      name: 'one without address',
      zone: '@ NS a\n@ NS ns.example.net.\na A 192.0.2.1\nns.example.net. TXT "moved"',
      expect: ['unreachable'],
    },
    {
      name: 'one of the domain itself that is missing',
      zone: '@ NS a\n@ NS b\na A 192.0.2.1',
      expect: ['unreachable'],
    },
    {
      name: 'one that cannot be looked up',
      zone: '@ NS a\n@ NS b\na A 192.0.2.1',
      servfail: ['b.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ zone }, findings) {
    admitUnread(zone, findings);
    const { domain } = findings;
    const othersAnswer = zone.nameServers.some(({ state }) => state === 'reachable');
    for (const server of zone.nameServers) {
      const { name, state } = server;
      if (state === 'reachable' || state === 'unknown') continue;
      const foreign = !isSubdomainOf(name, domain) && !isSubdomainOf(domain, name.slice(name.indexOf('.') + 1));
      const key = state === 'nxdomain' && foreign ? 'gone' : 'unreachable';
      const removal = { kind: 'remove', name: domain, type: 'NS', old: `${name}.` } as const;
      const detail = { at: spanOf(server, domain), changes: othersAnswer ? [removal] : [] };
      findings.add(key, { server: name, domain }, detail);
    }
  },
});
