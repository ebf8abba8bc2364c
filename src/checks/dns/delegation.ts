import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'dns/delegation',
  title: 'The zone and its parent name the same name servers',
  refs: [{ label: 'RFC 1034 §4.2.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-4.2.2' }],
  why: 'Resolvers start with the servers the parent zone names, which are those the registrar was told of. One that the zone no longer knows may have kept an old copy of it, and gives old SPF, DKIM and DMARC records to whoever asks there.',
  fix: 'Tell the registrar the name servers that the NS records of the zone name, or correct the NS records',
  needs: ['delegation'],
  messages: {
    none: {
      level: 'error',
      text: '`{parent}` does not delegate `{domain}`: resolvers cannot find the zone, though its name servers hold it',
    },
    stray: {
      level: 'warning',
      text: 'Name server `{server}` is named for `{domain}` by its parent `{parent}`, and not by the zone itself',
    },
    unknown: {
      level: 'note',
      text: 'Name server `{server}` of `{domain}` is not known to its parent `{parent}`, so few resolvers ask it',
    },
  },
  examples: [
    { name: 'the same in both', ...worldOf('@ NS a\n@ NS b', '@ NS a\n@ NS b'), expect: [] },
    { name: 'one that the zone does not name', ...worldOf('@ NS a', '@ NS a\n@ NS b'), expect: ['stray'] },
    { name: 'one that the parent does not name', ...worldOf('@ NS a\n@ NS b', '@ NS a'), expect: ['unknown'] },
    { name: 'after a move', ...worldOf('@ NS a', '@ NS b'), expect: ['stray', 'unknown'] },
    { name: 'a zone without delegation', ...worldOf('@ NS a', 'other NS a'), expect: ['none'] },
    {
      name: 'a parent that does not answer',
      ...worldOf('@ NS a', ''),
      servers: { 'ns.nic.example': { failure: 'timeout' } },
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'servers that were not asked', zone: '@ NS a', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ delegation }, findings) {
    const { domain } = findings;
    const { delegated, servers, parent: zone } = delegation;
    if (delegated.state === 'unknown') findings.inconclusive(delegated.reason);
    if (delegated.state !== 'found') return;
    const own = servers.find((view) => view.state === 'authoritative' && view.nameServers.state === 'found');
    if (own?.state !== 'authoritative' || own.nameServers.state !== 'found') {
      findings.inconclusive(`no name server of ${domain} says which ones there are`);
      return;
    }
    const parent = zone === '' ? '.' : zone;
    if (delegated.value.length === 0) {
      findings.add('none', { parent, domain }, { fix: 'ask the registrar to delegate the domain to its name servers' });
      return;
    }
    for (const server of delegated.value)
      if (!own.nameServers.value.includes(server)) findings.add('stray', { server, domain, parent });
    for (const server of own.nameServers.value)
      if (!delegated.value.includes(server)) findings.add('unknown', { server, domain, parent });
  },
});

/** A zone below a parent whose server says so much of it. */
function worldOf(zone: string, parent: string) {
  const hosts = 'com. NS ns.nic.example.\nns.nic.example. A 192.0.2.99\na A 192.0.2.1\nb A 198.51.100.1';
  const soa = '@ SOA a h 1 7200 900 1209600 300';
  return { zone: `${hosts}\n${soa}\n${zone}`, servers: { 'ns.nic.example': parent } } as const;
}
