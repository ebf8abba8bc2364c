import { SPF_LIMITS } from '../../spf/limits.ts';
import type { TermNode } from '../../spf/tree.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { costliest, decisiveRecord, hasLoop } from './branches.ts';
import { deadTerms } from './dead-terms.ts';
import { proposalWithoutNodes } from './proposals.ts';
import { admitUnreadRecords, isOwn, reachableTerms, type ReadRecord } from './records.ts';

const LIMIT = SPF_LIMITS.lookups;
const NAMED = 3;

export default defineCheck({
  id: 'spf/lookup-limit',
  title: 'SPF needs no more than 10 DNS lookups',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'Receivers count every include, a, mx, ptr, exists and redirect, also those inside includes, and answer permerror after the tenth. Which mail is hit depends on how far down the record its server is listed, so it looks like chance.',
  fix: 'Remove services that no longer send for you, list your own servers with ip4 and ip6, and give bulk mail a sub-domain with a record of its own',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    over: { level: 'error', text: 'SPF needs {count} DNS lookups and receivers stop after {limit}' },
  },
  examples: [
    {
      name: 'ten lookups',
      zone: '@ TXT "v=spf1 a mx include:1.s.example.com include:2.s.example.com include:3.s.example.com include:4.s.example.com include:5.s.example.com include:6.s.example.com include:7.s.example.com include:8.s.example.com -all"\n*.s TXT "v=spf1 -all"',
      expect: [],
    },
    {
      name: 'eleven, one of them dead',
      zone: '@ TXT "v=spf1 a mx include:1.s.example.com include:2.s.example.com include:3.s.example.com include:4.s.example.com include:5.s.example.com include:6.s.example.com include:7.s.example.com include:old.example.com include:8.s.example.com -all"\n*.s TXT "v=spf1 -all"\n@ A 192.0.2.1\n@ MX 10 mail\nmail A 192.0.2.2',
      expect: ['over'],
    },
    {
      name: 'includes of includes',
      zone: '@ TXT "v=spf1 include:one.example include:two.example -all"\none.example. TXT "v=spf1 a:a.a.example a:b.a.example a:c.a.example a:d.a.example a:e.a.example -all"\ntwo.example. TXT "v=spf1 a:a.a.example a:b.a.example a:c.a.example a:d.a.example -all"\n*.a.example. A 192.0.2.1',
      expect: ['over'],
    },
    {
      name: 'terms behind all',
      zone: '@ TXT "v=spf1 -all a mx a:a.a a:b.a a:c.a a:d.a a:e.a a:f.a a:g.a a:h.a a:i.a"',
      expect: [],
    },
    {
      name: 'a circle, which is another matter',
      zone: '@ TXT "v=spf1 include:example.com -all"',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'an include that cannot be read',
      zone: '@ TXT "v=spf1 include:a.example -all"',
      servfail: ['a.example'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const record = decisiveRecord(spf.root);
    if (record === undefined || (spf.lookups.min <= LIMIT && hasLoop(spf))) {
      findings.notApplicable('the lookups cannot be counted before the record is put right');
      return;
    }
    if (spf.lookups.min <= LIMIT) {
      admitUnreadRecords(spf, findings);
      return;
    }
    const unneeded = isOwn(spf, record) ? droppable(record) : [];
    const remaining = unneeded.reduce((sum, { branch }) => sum - branch.min, spf.lookups.min);
    const changes = remaining <= LIMIT ? proposalWithoutNodes(record, unneeded) : [];
    const names = [...new Set(unneeded.map(({ term }) => `\`${term.text}\``))].join(' and ');
    const drop = names === '' ? [] : [`drop ${names} (dead or doubled): ${remaining} lookups remain`];
    const costly = costliest(
      record.terms.filter((node) => !unneeded.includes(node)),
      NAMED,
    );
    const weigh =
      costly === ''
        ? []
        : [`the costliest are ${costly}: remove what no longer sends for you, or move it to a sub-domain`];
    const fix = [...drop, ...weigh].join('; ');
    const at = record.terms.find(({ running }) => running.min > LIMIT)?.span;
    const detail = { ...(at === undefined ? {} : { at }), fix, changes };
    findings.add('over', { count: spf.lookups.min, limit: LIMIT }, detail);
  },
});

/** Terms that can go without anybody missing them: they lead nowhere, or stand there a second time. */
function droppable(record: ReadRecord): TermNode[] {
  const dead = new Set(deadTerms(record));
  const seen = new Set<string>();
  return reachableTerms(record).filter((node) => {
    const text = node.term.text.toLowerCase();
    const repeated = seen.has(text);
    seen.add(text);
    const unneeded = repeated || dead.has(node) || (node.term.kind === 'include' && node.child?.state === 'none');
    return unneeded && node.branch.min > 0;
  });
}
