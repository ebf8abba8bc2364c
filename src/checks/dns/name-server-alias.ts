import { defineCheck } from '../define-check.ts';
import { admitUnread, spanOf } from './name-servers.ts';

export default defineCheck({
  id: 'dns/name-server-alias',
  title: 'No name server is an alias',
  refs: [{ label: 'RFC 2181 §10.3', url: 'https://www.rfc-editor.org/rfc/rfc2181#section-10.3' }],
  why: 'Resolvers need the address of a name server at its very name, and most refuse to follow a CNAME there. To them the server does not exist, and with the last of its kind the domain is gone.',
  fix: 'Give the name addresses in place of the CNAME, or let the NS record, and the registrar, name the host it leads to',
  needs: ['zone'],
  messages: {
    cname: { level: 'error', text: 'Name server `{server}` is a CNAME to `{target}`, which resolvers do not follow' },
  },
  examples: [
    { name: 'a host with an address', zone: '@ NS a\na A 192.0.2.1', expect: [] },
    { name: 'a CNAME', zone: '@ NS a\na CNAME b\nb A 192.0.2.1', expect: ['cname'] },
    { name: 'a CNAME that leads nowhere, which is another matter', zone: '@ NS a\na CNAME b', expect: [] },
    {
      name: 'one that cannot be looked up',
      zone: '@ NS a',
      servfail: ['a.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ zone }, findings) {
    admitUnread(zone, findings);
    const { domain } = findings;
    for (const server of zone.nameServers) {
      const target = server.via.at(-1);
      if (server.state !== 'reachable' || target === undefined) continue;
      findings.add('cname', { server: server.name, target }, { at: spanOf(server, domain) });
    }
  },
});
