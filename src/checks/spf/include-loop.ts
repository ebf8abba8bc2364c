import type { RecordChange } from '../../core/outcome.ts';
import { replaceTerm, type SpfTerm } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposal, proposalWithout, softening } from './proposals.ts';
import { admitUnreadRecords, allReachableTerms, isOwn, type ReadRecord } from './records.ts';

export default defineCheck({
  id: 'spf/include-loop',
  title: 'No include leads back to where it came from',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'Receivers go round the circle until they have used up their ten lookups, and answer permerror for every sender that is not listed in front of it.',
  fix: 'Remove one include of the circle',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    self: { level: 'error', text: '`{term}` in the record of `{domain}` leads to that same record' },
    circle: { level: 'error', text: 'SPF goes in a circle: {cycle}' },
  },
  examples: [
    {
      name: 'includes that end',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 include:b.example -all"\nb.example. TXT "v=spf1 -all"',
      expect: [],
    },
    { name: 'an include of itself', zone: '@ TXT "v=spf1 mx include:example.com -all"', expect: ['self'] },
    { name: 'nothing but an include of itself', zone: '@ TXT "v=spf1 include:example.com -all"', expect: ['self'] },
    { name: 'a redirect to itself', zone: '@ TXT "v=spf1 mx redirect=example.com"', expect: ['self'] },
    {
      name: 'a circle of two',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 include:example.com -all"',
      expect: ['circle'],
    },
    {
      name: 'a circle among others',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 include:b.example -all"\nb.example. TXT "v=spf1 redirect=a.example"',
      expect: ['circle'],
    },
    {
      name: 'the same include on two branches',
      zone: '@ TXT "v=spf1 include:a.example include:b.example -all"\na.example. TXT "v=spf1 include:b.example -all"\nb.example. TXT "v=spf1 -all"',
      expect: [],
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
    admitUnreadRecords(spf, findings);
    for (const { record, node } of allReachableTerms(spf)) {
      const { child, span, term } = node;
      if (child?.state !== 'loop') continue;
      const changes = isOwn(spf, record) ? openedCircle(record, term) : [];
      if (child.domain === record.domain) {
        findings.add(
          'self',
          { term: term.text, domain: record.domain },
          { at: span, fix: `remove \`${term.text}\`${softening(record, changes)}`, changes },
        );
      } else {
        findings.add('circle', { cycle: child.cycle.join(' → ') }, { at: span, changes });
      }
    }
  },
});

/** Without the redirect nothing would decide about other senders, so an `all` takes its place. */
const openedCircle = (record: ReadRecord, term: SpfTerm): readonly RecordChange[] =>
  term.kind === 'redirect'
    ? proposal(record, replaceTerm(record.text.text, term, '~all'))
    : proposalWithout(record, [term]);
