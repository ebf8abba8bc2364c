import { reservedBlock } from '../../protocols/ip-reserved.ts';
import { spfRanges } from '../../spf/ranges.ts';
import type { SpfTree } from '../../spf/tree.ts';
import { defineCheck } from '../define-check.ts';
import { wideNetworks } from './networks.ts';
import { isRead, spanIn } from './records.ts';

/** Two large mail services together stay below. */
const MANY = 2 ** 20;
const NAMED = 3;

export default defineCheck({
  id: 'spf/address-total',
  title: 'SPF authorises fewer than a million addresses',
  refs: [
    { label: 'RFC 9989 §7.1', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-7.1' },
    { label: 'RFC 7208 §11.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-11.4' },
  ],
  why: 'Every one of these addresses can send mail that passes SPF and DMARC for the domain, and most of them are shared with the other customers of a service. The more services a record names, the likelier one of them lets a stranger in.',
  fix: 'Leave out services that sign with DKIM and bounce to a domain of their own: their include authorises their customers and gains nothing',
  needs: ['spf'],
  messages: {
    many: { level: 'note', text: 'SPF lets {count} IPv4 addresses send as `{domain}`' },
  },
  examples: [
    {
      name: 'a few networks',
      zone: '@ TXT "v=spf1 ip4:198.51.0.0/16 include:a.example -all"\na.example. TXT "v=spf1 ip4:40.92.0.0/15 -all"',
      expect: [],
    },
    {
      name: 'large services',
      zone: '@ TXT "v=spf1 include:a.example include:b.example -all"\na.example. TXT "v=spf1 ip4:40.0.0.0/12 -all"\nb.example. TXT "v=spf1 ip4:52.0.0.0/12 -all"',
      expect: ['many'],
    },
    {
      name: 'the same service twice',
      zone: '@ TXT "v=spf1 include:a.example include:b.example -all"\na.example. TXT "v=spf1 ip4:40.0.0.0/12 -all"\nb.example. TXT "v=spf1 ip4:40.0.0.0/12 -all"',
      expect: [],
    },
    {
      name: 'one network that is too wide, which is another matter',
      zone: '@ TXT "v=spf1 ip4:40.0.0.0/8 -all"',
      expect: [],
    },
    { name: 'everyone, which is another matter', zone: '@ TXT "v=spf1 +all"', expect: [] },
  ],
  evaluate({ spf }, findings) {
    if (!isRead(spf.root) || wideNetworks(spf).length > 0) return;
    const sizes = sizesByTerm(spf);
    const total = sizes?.reduce((sum, [, size]) => sum + size, 0) ?? 0;
    if (sizes === undefined || total <= MANY) return;
    const named = sizes.slice(0, NAMED).map(([term, size]) => `\`${term}\` (${size.toLocaleString('en')})`);
    const fix = `review whether you still need what authorises most of them: ${named.join(', ')}`;
    findings.add('many', { count: total.toLocaleString('en'), domain: spf.domain }, { at: spanIn(spf.root), fix });
  },
});

/** How many public IPv4 addresses each term of the domain's own record lets pass, largest first. */
function sizesByTerm(tree: SpfTree): [term: string, size: number][] | undefined {
  const { ipv4, otherwise } = spfRanges(tree);
  // Then everyone passes, and another check says so.
  if (typeof otherwise.ipv4 === 'object') return undefined;
  const sizes = new Map<string, number>();
  for (const range of ipv4) {
    if (typeof range.authority !== 'object' || reservedBlock(range) !== undefined) continue;
    const { text } = range.authority.branch.term;
    sizes.set(text, (sizes.get(text) ?? 0) + Number(range.last - range.first) + 1);
  }
  return [...sizes].toSorted(([, a], [, b]) => b - a);
}
