import { networkRange } from '../../protocols/network.ts';
import { reservedBlock } from '../../protocols/ip-reserved.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { isNetworkTerm } from './networks.ts';
import { proposalWithoutNodes } from './proposals.ts';
import { ownRecords, reachableTerms } from './records.ts';

/** Used inside many networks, also inside those of receivers. */
const INSIDE = new Set(['private use', 'unique local', 'shared address space of carriers', 'loopback', 'link local']);

export default defineCheck({
  id: 'spf/reserved-ranges',
  title: 'SPF lists public addresses only',
  refs: [{ label: 'RFC 6890', url: 'https://www.rfc-editor.org/rfc/rfc6890' }],
  why: 'No mail comes over the Internet from these addresses. Private ones are worse than useless: a receiver that checks SPF behind its own gateway sees a private client, and lets every sender pass.',
  fix: 'Remove the addresses; list the public address your mail leaves from',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    private: {
      level: 'warning',
      text: '`{term}` is not a public address ({block}), and may stand for anyone at a receiver',
    },
    unused: { level: 'note', text: '`{term}` is an address no mail comes from ({block})' },
  },
  examples: [
    { name: 'a public address', zone: '@ TXT "v=spf1 ip4:8.8.4.4 ip6:2606:4700::1 -all"', expect: [] },
    {
      name: 'private addresses',
      zone: '@ TXT "v=spf1 ip4:10.0.0.0/8 ip4:192.168.1.7 ip6:fd00::1 mx -all"',
      expect: ['private', 'private', 'private'],
    },
    { name: 'loopback', zone: '@ TXT "v=spf1 ip4:127.0.0.1 -all"', expect: ['private'] },
    {
      name: 'an address from a manual',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 -all"',
      expect: ['unused', 'unused'],
    },
    { name: 'multicast', zone: '@ TXT "v=spf1 ip4:224.0.0.1 -all"', expect: ['unused'] },
    { name: 'a wider network', zone: '@ TXT "v=spf1 ip4:8.0.0.0/6 -all"', expect: [] },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const reserved = reachableTerms(record).flatMap((node) => {
        const { term } = node;
        const block = isNetworkTerm(term) ? reservedBlock(networkRange(term.network)) : undefined;
        // IPv4-mapped addresses are wrong for another reason.
        return block === undefined || block.name === 'IPv4-mapped' ? [] : [{ node, block }];
      });
      const nodes = reserved.map(({ node }) => node);
      const changes = proposalWithoutNodes(record, nodes);
      for (const { node, block } of reserved) {
        const params = { term: node.term.text, block: `${block.name}, ${block.rfc}` };
        findings.add(INSIDE.has(block.name) ? 'private' : 'unused', params, { at: node.span, changes });
      }
    }
  },
});
