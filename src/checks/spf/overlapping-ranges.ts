import { namedRanges, overlaps } from '../../spf/ranges.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { isNetworkTerm } from './networks.ts';
import { proposalWithoutNodes } from './proposals.ts';
import { isRead } from './records.ts';

export default defineCheck({
  id: 'spf/overlapping-ranges',
  title: 'No address is listed twice',
  refs: [{ label: 'RFC 7208 §5.6', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.6' }],
  why: 'A network inside another one changes nothing but the length of the record, and leaves it standing when the other is removed on purpose.',
  fix: 'Remove the narrower of the two',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    covered: { level: 'note', text: '`{term}` is already covered by `{other}`' },
    repeated: { level: 'note', text: '`{term}` is there twice' },
  },
  examples: [
    { name: 'separate networks', zone: '@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.0/24 -all"', expect: [] },
    {
      name: 'an address inside a network',
      zone: '@ TXT "v=spf1 ip4:192.0.2.7 ip4:192.0.2.0/24 -all"',
      expect: ['covered'],
    },
    {
      name: 'the same network twice',
      zone: '@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.0/24 -all"',
      expect: ['repeated'],
    },
    {
      name: 'a network an include brings along',
      zone: '@ TXT "v=spf1 ip4:192.0.2.7 include:a.example -all"\na.example. TXT "v=spf1 ip4:192.0.2.0/24 -all"',
      expect: ['covered'],
    },
    { name: 'an exception from a network', zone: '@ TXT "v=spf1 -ip4:192.0.2.7 ip4:192.0.2.0/24 -all"', expect: [] },
    {
      name: 'an include that only makes neutral',
      zone: '@ TXT "v=spf1 ip4:192.0.2.7 ?include:a.example -all"\na.example. TXT "v=spf1 ip4:192.0.2.0/24 -all"',
      expect: [],
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const { root } = spf;
    if (!isRead(root)) return;
    // A host's address may change, so a network is not spare because some `a` names it today.
    const networks = namedRanges(spf).filter(({ term }) => isNetworkTerm(term.term));
    const covered = overlaps(networks).filter(({ inner }) => inner.record === root);
    const spare = covered.map(({ inner }) => inner.term);
    const changes = proposalWithoutNodes(root, spare);
    for (const { inner, outer } of covered) {
      const other = outer.path.map(({ term }) => term.text).join(' → ');
      const term = inner.term.term.text;
      const detail = { at: inner.term.span, changes };
      if (term === other) findings.add('repeated', { term }, { ...detail, fix: 'keep one of them' });
      else findings.add('covered', { term, other }, detail);
    }
  },
});
