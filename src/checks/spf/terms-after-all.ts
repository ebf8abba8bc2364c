import type { SpfTerm } from '../../protocols/spf.ts';
import { behindAll, withAllLast } from '../../spf/all-last.ts';
import { SPF_LIMITS } from '../../spf/limits.ts';
import type { RecordNode, SpfTree, TermNode } from '../../spf/tree.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { certainVoids, deadName, voidLookups } from './dead-terms.ts';
import { proposal } from './proposals.ts';
import { isOwn, ownRecords, problemsOf, reachableTerms, readRecords, spanIn, type ReadRecord } from './records.ts';

export default defineCheck({
  id: 'spf/terms-after-all',
  title: 'Nothing but modifiers stands behind all',
  refs: [{ label: 'RFC 7208 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.1' }],
  why: 'Receivers stop at `all`: it matches every sender. A service that was added at the end of the record is not authorised, and its mail fails SPF.',
  fix: 'Move `all` to the end of the record, and leave out what no longer sends',
  needs: ['spf'],
  considers: ['spfWithAllLast', 'parked'],
  messages: {
    unreached: { level: 'warning', text: '`{term}` stands behind `all`, so receivers never look at it' },
  },
  examples: [
    { name: 'all at the end', zone: '@ TXT "v=spf1 mx ~all"', expect: [] },
    { name: 'a modifier behind all', zone: '@ TXT "v=spf1 mx ~all exp=why.example.com"', expect: [] },
    {
      name: 'two terms behind all',
      zone: '@ TXT "v=spf1 mx ~all a include:example.net"',
      expect: ['unreached', 'unreached'],
    },
    {
      name: 'more than receivers would look up',
      zone: '@ TXT "v=spf1 include:a.example ~all include:b.example ip4:192.0.2.1"\na.example. TXT "v=spf1 a:1.h.example a:2.h.example a:3.h.example a:4.h.example a:5.h.example -all"\nb.example. TXT "v=spf1 a:1.h.example a:2.h.example a:3.h.example a:4.h.example a:5.h.example -all"\n*.h.example. A 192.0.2.9',
      expect: ['unreached', 'unreached'],
    },
    {
      name: 'names that are gone',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1 ~all a:x.example a:y.example a:z.example include:gone.example ip4:192.0.2.2"',
      expect: ['unreached', 'unreached', 'unreached', 'unreached', 'unreached'],
    },
    { name: 'two alls', zone: '@ TXT "v=spf1 mx ~all -all"', expect: ['unreached'] },
    {
      name: 'two records pasted together, which is another matter',
      zone: '@ TXT "v=spf1 mx ~all v=spf1 a -all"',
      expect: [],
    },
  ],
  evaluate({ spf, spfWithAllLast, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const wanted = spfWithAllLast.state === 'found' ? worthMoving(spfWithAllLast.value) : () => false;
    for (const record of ownRecords(spf)) {
      if (problemsOf(record, ['repeated-version']).length > 0) continue;
      const text = record.text.text;
      const moved = behindAll(record).filter((term) => wanted(record, term));
      const changes = proposal(record, withAllLast(record, [...new Set(moved.map((term) => term.text))]));
      for (const problem of problemsOf(record, ['after-all'])) {
        const term = text.slice(problem.start, problem.end);
        findings.add('unreached', { term }, { at: spanIn(record, problem), changes });
      }
    }
  },
});

/**
 * Which terms may be moved in front of `all`, by the tree of how it would be then: those that are not there already and
 * lead somewhere, and none where these would go over the limits (RFC 7208 §4.6.4). The rest had better go.
 */
function worthMoving(tree: SpfTree): (record: ReadRecord, term: SpfTerm) => boolean {
  const records = readRecords(tree);
  const nodeOf = (record: ReadRecord, { text }: SpfTerm): TermNode | undefined =>
    records.find(({ domain }) => domain === record.domain)?.terms.find(({ term }) => term.text === text);
  const spare = records.flatMap((record) => (isOwn(tree, record) ? record.terms.filter(leadsNowhere) : []));
  const lookups = tree.lookups.min - spare.reduce((sum, { branch }) => sum + branch.min, 0);
  const voids = certainVoids(voidLookups(tree, 4, spare)).length;
  if (lookups > SPF_LIMITS.lookups || voids > SPF_LIMITS.voids) return () => false;
  return (record, term) => {
    if (term.kind === 'all') return false;
    const stands = reachableTerms(record).some((node) => node.term.text.toLowerCase() === term.text.toLowerCase());
    const node = nodeOf(record, term);
    return !stands && node !== undefined && !leadsNowhere(node);
  };
}

/** A name that is not there, or an include that would be a permerror. */
const leadsNowhere = (node: TermNode): boolean =>
  deadName(node) !== undefined ||
  (node.term.kind === 'include' && node.child !== undefined && !canBeIncluded(node.child));

const canBeIncluded = (child: RecordNode): boolean =>
  child.state === 'record' ? !child.fatal : child.state === 'failed' || child.state === 'cut';
