import { defineCheck } from '../define-check.ts';
import { admitUnasked } from './server-views.ts';

export default defineCheck({
  id: 'dns/lame-server',
  title: 'Every name server serves the zone',
  refs: [
    { label: 'RFC 1912 §2.8', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.8' },
    { label: 'RFC 9499 §7', url: 'https://www.rfc-editor.org/rfc/rfc9499#section-7' },
  ],
  why: 'Resolvers that come to a server which does not hold the zone lose time, and some give up: mail is deferred then, or judged without SPF, DKIM and DMARC. At a shared DNS service, a stranger may create the missing zone there and answer for the domain.',
  fix: 'Let the server hold the zone, or take it out of the NS records and out of the delegation at the registrar',
  needs: ['delegation'],
  messages: {
    all: {
      level: 'error',
      text: 'Name server `{server}` {reason}, and no other serves `{domain}`: its records cannot be looked up',
    },
    some: { level: 'warning', text: 'Name server `{server}` does not serve `{domain}`: it {reason}' },
  },
  examples: [
    { name: 'two that serve the zone', zone: zoneWith('a', 'b'), servers: {}, expect: [] },
    {
      name: 'one that refuses',
      zone: zoneWith('a', 'b'),
      servers: { 'b.example.com': { failure: 'refused' } },
      expect: ['some'],
    },
    {
      name: 'one that does not know the zone',
      zone: zoneWith('a', 'b'),
      servers: { 'b.example.com': 'other A 192.0.2.9' },
      expect: ['some'],
    },
    {
      name: 'none that serves the zone',
      zone: zoneWith('a', 'b'),
      servers: { 'a.example.com': { failure: 'refused' }, 'b.example.com': { failure: 'lame' } },
      expect: ['all', 'all'],
    },
    {
      name: 'one that is silent, which may be the network’s fault',
      zone: zoneWith('a', 'b'),
      servers: { 'b.example.com': { failure: 'timeout' } },
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'one that refuses and one that is silent',
      zone: zoneWith('a', 'b'),
      servers: { 'a.example.com': { failure: 'refused' }, 'b.example.com': { failure: 'timeout' } },
      expect: ['some'],
    },
  ],
  evaluate({ delegation: { servers } }, findings) {
    const { domain } = findings;
    admitUnasked(servers, findings);
    const lost = servers.every(({ state }) => state === 'lame');
    for (const view of servers) {
      const { server } = view;
      if (view.state !== 'lame') continue;
      findings.add(lost ? 'all' : 'some', { server: server.name, domain, reason: view.reason });
    }
  },
});

function zoneWith(...names: readonly string[]): string {
  const hosts = names.map((name, index) => `@ NS ${name}\n${name} A 192.0.2.${index + 1}`);
  return ['@ SOA a h 1 7200 900 1209600 300', ...hosts].join('\n');
}
