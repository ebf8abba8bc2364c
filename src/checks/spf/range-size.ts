import { defineCheck } from '../define-check.ts';
import { counted, wideNetworks } from './networks.ts';

/** 1/16 of all IPv4 addresses, or of the IPv6 addresses there are in use (2000::/3). */
const NEARLY_ALL = { 4: 4, 6: 7 } as const;

export default defineCheck({
  id: 'spf/range-size',
  title: 'SPF lists no network wider than its owner’s',
  refs: [
    { label: 'RFC 7208 §11.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-11.4' },
    { label: 'RFC 9989 §7.1', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-7.1' },
  ],
  why: 'Every host in the network may send in the name of the domain, and its mail passes SPF and DMARC. A slip in the prefix length, /8 for /28, is enough.',
  fix: 'List the addresses that really send, with the longest prefix that holds them',
  needs: ['spf'],
  messages: {
    everyone: { level: 'error', text: '`{term}` lets {count} addresses send as `{domain}`, which is nearly everyone' },
    wide: { level: 'warning', text: '`{term}` lets {count} addresses send as `{domain}`' },
  },
  examples: [
    { name: 'a /16', zone: '@ TXT "v=spf1 ip4:198.51.0.0/16 ip6:2001:db8::/32 -all"', expect: [] },
    { name: 'a /15', zone: '@ TXT "v=spf1 ip4:198.50.0.0/15 -all"', expect: ['wide'] },
    {
      name: 'the whole Internet',
      zone: '@ TXT "v=spf1 ip4:0.0.0.0/0 ip6:::/0 -all"',
      expect: ['everyone', 'everyone'],
    },
    {
      name: 'the whole Internet in halves',
      zone: '@ TXT "v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all"',
      expect: ['everyone', 'everyone'],
    },
    { name: 'a wide IPv6 network', zone: '@ TXT "v=spf1 ip6:2001::/20 -all"', expect: ['wide'] },
    {
      name: 'a provider with a /14',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 ip4:198.48.0.0/14 -all"',
      expect: [],
    },
    {
      name: 'a provider with a /7',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 ip4:198.0.0.0/7 -all"',
      expect: ['wide'],
    },
    { name: 'networks that are denied', zone: '@ TXT "v=spf1 -ip4:0.0.0.0/0 ?ip4:198.0.0.0/8 -all"', expect: [] },
  ],
  evaluate({ spf }, findings) {
    for (const { network, node } of wideNetworks(spf)) {
      const params = { term: node.term.text, count: counted(network), domain: spf.domain };
      const everyone = network.length < NEARLY_ALL[network.family];
      findings.add(everyone ? 'everyone' : 'wide', params, { at: node.span });
    }
  },
});
