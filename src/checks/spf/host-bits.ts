import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { isNetworkTerm, normalTerm } from './networks.ts';
import { proposal } from './proposals.ts';
import { ownRecords, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/host-bits',
  title: 'Networks are written by their first address',
  refs: [{ label: 'RFC 7208 §5.6', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.6' }],
  why: 'Receivers only compare the prefix, so `192.0.2.7/24` authorises the whole network of 256 addresses. Whoever wrote it may have meant the one host.',
  fix: 'Write the first address of the network, or leave out the prefix length if one host is meant',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    set: { level: 'note', text: '`{term}` means all of `{network}`, not the one address' },
  },
  examples: [
    { name: 'a network', zone: '@ TXT "v=spf1 ip4:192.0.2.0/24 -all"', expect: [] },
    { name: 'an address', zone: '@ TXT "v=spf1 ip4:192.0.2.7 -all"', expect: [] },
    {
      name: 'an address with a prefix length',
      zone: '@ TXT "v=spf1 ip4:192.0.2.7/24 ?ip6:2001:db8::1/64 -all"',
      expect: ['set', 'set'],
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const problems = problemsOf(record, ['host-bits']);
      const networks = problems.flatMap((problem) => {
        const term = problem.term === undefined ? undefined : record.terms[problem.term]?.term;
        return term !== undefined && isNetworkTerm(term) ? [{ problem, term, written: normalTerm(term) }] : [];
      });
      const text = networks.reduceRight(
        (rest, { term, written }) => rest.slice(0, term.start) + written + rest.slice(term.end),
        record.text.text,
      );
      const changes = proposal(record, text);
      for (const { problem, term, written } of networks) {
        findings.add('set', { term: term.text, network: written }, { at: spanIn(record, problem), changes });
      }
    }
  },
});
