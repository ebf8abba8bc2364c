import type { RecordNode, TermNode } from '../../spf/tree.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposalWithout } from './proposals.ts';
import { isRead, type ReadRecord } from './records.ts';

export default defineCheck({
  id: 'spf/repeated-include',
  title: 'No record is included twice',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'A record that did not match the first time will not match the second time, but its lookups count again.',
  fix: 'Keep one of the includes',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    repeated: {
      level: 'note',
      text: '`{domain}` is included {times} times, and each time counts {lookups} of the 10 DNS lookups',
    },
  },
  examples: [
    {
      name: 'two different includes',
      zone: '@ TXT "v=spf1 include:a.example include:b.example -all"\na.example. TXT "v=spf1 -all"\nb.example. TXT "v=spf1 -all"',
      expect: [],
    },
    {
      name: 'the same include twice',
      zone: '@ TXT "v=spf1 include:a.example include:A.example -all"\na.example. TXT "v=spf1 -all"',
      expect: ['repeated'],
    },
    {
      name: 'an include that another one brings along',
      zone: '@ TXT "v=spf1 include:a.example include:b.example -all"\na.example. TXT "v=spf1 -all"\nb.example. TXT "v=spf1 include:a.example -all"',
      expect: ['repeated'],
    },
    {
      name: 'two branches that share one',
      zone: '@ TXT "v=spf1 include:a.example include:b.example -all"\na.example. TXT "v=spf1 include:c.example -all"\nb.example. TXT "v=spf1 include:c.example -all"\nc.example. TXT "v=spf1 -all"',
      expect: ['repeated'],
    },
    {
      name: 'a whole branch twice',
      zone: '@ TXT "v=spf1 include:a.example include:a.example -all"\na.example. TXT "v=spf1 include:c.example -all"\nc.example. TXT "v=spf1 -all"',
      expect: ['repeated'],
    },
    {
      name: 'an include and a redirect',
      zone: '@ TXT "v=spf1 include:a.example redirect=a.example"\na.example. TXT "v=spf1 ~all"',
      expect: [],
    },
    { name: 'a circle, which is another matter', zone: '@ TXT "v=spf1 include:example.com -all"', expect: [] },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const { root } = spf;
    if (!isRead(root)) return;
    for (const [domain, [first, ...again]] of includesByDomain(root)) {
      if (first?.child === undefined || again.length === 0) continue;
      const here = root.terms.filter((node) => node === first || again.includes(node));
      // Whether somebody else's record goes on bringing it along, nobody here can promise.
      const spare = here.length > again.length ? again.map(({ term }) => term) : [];
      const params = { domain, times: 1 + again.length, lookups: 1 + first.child.lookups.min };
      findings.add('repeated', params, { at: here.at(-1)?.span ?? first.span, changes: proposalWithout(root, spare) });
    }
  },
});

/** The includes of each record; what a repeated one includes comes again for no other reason, and is left out. */
function includesByDomain(root: ReadRecord): Map<string, TermNode[]> {
  const found = new Map<string, TermNode[]>();
  const walk = ({ terms }: RecordNode): void => {
    for (const node of terms) {
      const { child, term } = node;
      if (child?.state !== 'record') continue;
      const before = term.kind === 'include' ? found.get(child.domain) : undefined;
      if (before !== undefined) {
        before.push(node);
        continue;
      }
      if (term.kind === 'include') found.set(child.domain, [node]);
      walk(child);
    }
  };
  walk(root);
  return found;
}
