import { parseIp, printIp, unmapped } from '../../protocols/ip.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { isNetworkTerm } from './networks.ts';
import { proposal } from './proposals.ts';
import { ownRecords, problemsOf } from './records.ts';

const MAPPED_BITS = 96; // ::ffff:0:0/96, RFC 4291 §2.5.5.2

export default defineCheck({
  id: 'spf/mapped-addresses',
  title: 'IPv4 addresses are listed with ip4',
  refs: [{ label: 'RFC 7208 §5', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5' }],
  why: 'A client with an IPv4-mapped address such as ::ffff:192.0.2.1 is compared as the IPv4 client it is. An ip6 with such an address matches nobody, and the server meant fails SPF.',
  fix: 'Write the address with ip4',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    unmatched: {
      level: 'warning',
      text: '`{term}` matches nobody: clients with an IPv4-mapped address are compared as IPv4',
    },
  },
  examples: [
    { name: 'IPv4 and IPv6', zone: '@ TXT "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 -all"', expect: [] },
    { name: 'a mapped address', zone: '@ TXT "v=spf1 ip6:::ffff:192.0.2.1 -all"', expect: ['unmatched'] },
    {
      name: 'a mapped network',
      zone: '@ TXT "v=spf1 ip6:::ffff:192.0.2.0/120 ~ip6:::ffff:c000:207 -all"',
      expect: ['unmatched', 'unmatched'],
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const mapped = problemsOf(record, ['mapped-address']).flatMap(({ term: index }) => {
        const node = index === undefined ? undefined : record.terms[index];
        if (node === undefined || !isNetworkTerm(node.term)) return [];
        const { address, network, qualified, qualifier } = node.term;
        const ip = parseIp(address.text);
        if (ip === undefined) return [];
        const prefix = network.length === 128 ? '' : `/${network.length - MAPPED_BITS}`;
        return [{ node, meant: `${qualified ? qualifier : ''}ip4:${printIp(unmapped(ip))}${prefix}` }];
      });
      const text = mapped.reduceRight(
        (rest, { node: { term }, meant }) => rest.slice(0, term.start) + meant + rest.slice(term.end),
        record.text.text,
      );
      const changes = proposal(record, text);
      for (const { node, meant } of mapped) {
        findings.add('unmatched', { term: node.term.text }, { at: node.span, fix: `write \`${meant}\``, changes });
      }
    }
  },
});
