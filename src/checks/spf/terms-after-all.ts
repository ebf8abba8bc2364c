import { behindAll } from '../../spf/all-last.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { textWithAllLast } from './moved-terms.ts';
import { proposal } from './proposals.ts';
import { ownRecords, problemsOf, reachableTerms, spanIn, type ReadRecord } from './records.ts';

export default defineCheck({
  id: 'spf/terms-after-all',
  title: 'Nothing but modifiers stands behind all',
  refs: [{ label: 'RFC 7208 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.1' }],
  why: 'Receivers stop at `all`: it matches every sender. A service that was added at the end of the record is not authorised, and its mail fails SPF.',
  fix: 'Move `all` to the end of the record, and leave out what no longer sends',
  needs: ['spf'],
  considers: ['spfWithAllLast', 'mx', 'parked'],
  messages: {
    unreached: { level: 'warning', text: 'Receivers never look at {terms}, because `{all}` stands in front' },
    refused: {
      level: 'error',
      text: '`{all}` stands in front of {terms}, so receivers refuse all mail of `{domain}`',
    },
  },
  examples: [
    { name: 'all at the end', zone: '@ TXT "v=spf1 mx ~all"', expect: [] },
    { name: 'a modifier behind all', zone: '@ TXT "v=spf1 mx ~all exp=why.example.com"', expect: [] },
    {
      name: 'two terms behind all',
      zone: '@ TXT "v=spf1 mx ~all a include:example.net"',
      expect: ['unreached'],
    },
    {
      name: '-all in front of all that sends',
      zone: '@ TXT "v=spf1 -all include:a.example mx"\n@ MX 10 mail\nmail A 192.0.2.1\na.example. TXT "v=spf1 ip4:192.0.2.7 -all"',
      expect: ['refused'],
    },
    {
      name: '-all in front of what sends, at a domain that takes no mail',
      zone: '@ TXT "v=spf1 -all mx"',
      expect: ['unreached'],
    },
    {
      name: '-all behind something that sends',
      zone: '@ TXT "v=spf1 ip4:8.8.8.8 -all mx"\n@ MX 10 mail\nmail A 192.0.2.1',
      expect: ['unreached'],
    },
    {
      name: 'more than receivers would look up',
      zone: '@ TXT "v=spf1 include:a.example ~all include:b.example ip4:192.0.2.1"\na.example. TXT "v=spf1 a:1.h.example a:2.h.example a:3.h.example a:4.h.example a:5.h.example -all"\nb.example. TXT "v=spf1 a:1.h.example a:2.h.example a:3.h.example a:4.h.example a:5.h.example -all"\n*.h.example. A 192.0.2.9',
      expect: ['unreached'],
    },
    {
      name: 'names that are gone',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1 ~all a:x.example a:y.example a:z.example include:gone.example ip4:192.0.2.2"',
      expect: ['unreached'],
    },
    { name: 'two alls', zone: '@ TXT "v=spf1 mx ~all -all"', expect: ['unreached'] },
    {
      name: 'two records pasted together, which is another matter',
      zone: '@ TXT "v=spf1 mx ~all v=spf1 a -all"',
      expect: [],
    },
  ],
  evaluate({ spf, spfWithAllLast, mx, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const after = spfWithAllLast.state === 'found' ? spfWithAllLast.value : undefined;
    const takesMail = mx.state === 'found' && mx.value.hosts.length > 0;
    const { domain } = spf;
    for (const record of ownRecords(spf)) {
      const problems = problemsOf(record, ['after-all']);
      const [first, last] = [problems[0], problems.at(-1)];
      const all = record.terms.find(({ term }) => term.kind === 'all')?.term.text;
      if (first === undefined || last === undefined || all === undefined) continue;
      if (problemsOf(record, ['repeated-version']).length > 0) continue;
      const texts = problems.map(({ start, end }) => record.text.text.slice(start, end));
      const terms = [...new Set(texts)].map((text) => `\`${text}\``).join(', ');
      const at = spanIn(record, { start: first.start, end: last.end });
      const value = textWithAllLast(record, after);
      const detail = { at, changes: value === undefined ? [] : proposal(record, value) };
      if (takesMail && record === spf.root && refusesAll(record))
        findings.add('refused', { all, terms, domain }, detail);
      else findings.add('unreached', { terms, all }, detail);
    }
  },
});

/** Whether `-all` is all that counts, and what was to let mail pass stands behind it. */
const refusesAll = (record: ReadRecord): boolean =>
  reachableTerms(record).every(({ term }) => !('qualifier' in term) || term.qualifier === '-') &&
  behindAll(record).some((term) => 'qualifier' in term && term.qualifier === '+');
