import { bitsOf } from '../../protocols/ip.ts';
import type { HostTerm } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { counted } from './networks.ts';
import { proposal } from './proposals.ts';
import { ownRecords, reachableTerms } from './records.ts';

/** Wider than the networks one organisation usually holds: 256 IPv4 addresses, one IPv6 subnet. */
const WIDE = { 4: 24, 6: 64 } as const;

export default defineCheck({
  id: 'spf/host-prefix',
  title: 'Neither a nor mx takes in the neighbourhood of a host',
  refs: [
    { label: 'RFC 7208 §5.3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.3' },
    { label: 'RFC 7208 §5.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.4' },
  ],
  why: 'A prefix length behind a or mx authorises the network around the host. At a hosting company these are other customers, and when the host moves, the network moves along unseen.',
  fix: 'Remove the prefix length, and list further servers by themselves',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    wide: { level: 'warning', text: '`{term}` lets {count} addresses around each host send as `{domain}`' },
    neighbours: { level: 'note', text: '`{term}` lets {count} addresses around each host send as `{domain}`' },
  },
  examples: [
    { name: 'hosts alone', zone: '@ TXT "v=spf1 a mx/32 -all"', expect: [] },
    { name: 'a /16', zone: '@ TXT "v=spf1 a/16 -all"', expect: ['wide'] },
    { name: 'a /24', zone: '@ TXT "v=spf1 mx/24 -all"', expect: ['neighbours'] },
    { name: 'IPv6', zone: '@ TXT "v=spf1 a//48 mx//64 -all"', expect: ['wide', 'neighbours'] },
    { name: 'both', zone: '@ TXT "v=spf1 a:mail.example.com/28//64 -all"', expect: ['neighbours'] },
    {
      name: 'somebody’s record',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 mx/24 -all"',
      expect: [],
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      for (const node of reachableTerms(record)) {
        const { term, span } = node;
        if ((term.kind !== 'a' && term.kind !== 'mx') || term.qualifier !== '+') continue;
        const v4 = { family: 4, length: term.v4Length?.length ?? 32 } as const;
        const v6 = { family: 6, length: term.v6Length?.length ?? 128 } as const;
        const network = isWide(v4) || (v4.length < 32 && !isWide(v6)) ? v4 : v6;
        if (network.length === bitsOf(network.family)) continue;
        const bare = withoutPrefix(term);
        const text = record.text.text;
        const changes = proposal(record, text.slice(0, term.start) + bare + text.slice(term.end));
        const params = { term: term.text, count: counted(network), domain: spf.domain };
        findings.add(isWide(network) ? 'wide' : 'neighbours', params, { at: span, fix: `write \`${bare}\``, changes });
      }
    }
  },
});

const isWide = ({ family, length }: { readonly family: 4 | 6; readonly length: number }): boolean =>
  length < WIDE[family];

const withoutPrefix = ({ text, start, v4Length, v6Length }: HostTerm): string => {
  const first = v4Length ?? v6Length;
  return first === undefined ? text : text.slice(0, first.start - start);
};
