import { defineCheck } from '../define-check.ts';
import { proposalWithout } from './proposals.ts';
import { ownRecords, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/terms-after-all',
  title: 'Nothing but modifiers stands behind all',
  refs: [{ label: 'RFC 7208 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.1' }],
  why: 'Receivers stop at `all`: it matches every sender. A service that was added at the end of the record is not authorised, and its mail fails SPF.',
  fix: 'Move `all` to the end of the record',
  needs: ['spf'],
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
    { name: 'two alls', zone: '@ TXT "v=spf1 mx ~all -all"', expect: ['unreached'] },
    {
      name: 'two records pasted together, which is another matter',
      zone: '@ TXT "v=spf1 mx ~all v=spf1 a -all"',
      expect: [],
    },
  ],
  evaluate({ spf }, findings) {
    for (const record of ownRecords(spf)) {
      if (problemsOf(record, ['repeated-version']).length > 0) continue;
      const unreached = problemsOf(record, ['after-all']);
      const text = record.text.text;
      const all = record.terms.find(({ term }) => term.kind === 'all')?.term;
      const others = unreached.filter(({ term }) => term !== undefined && record.terms[term]?.term.kind !== 'all');
      const moved = others.map(({ start, end }) => text.slice(start, end)).join(' ');
      const cleared = proposalWithout(record, unreached);
      const changes =
        all === undefined || moved === ''
          ? cleared
          : cleared.map((change) => ({ ...change, value: inFrontOf(change.value ?? '', all.start, moved) }));
      for (const problem of unreached) {
        findings.add(
          'unreached',
          { term: text.slice(problem.start, problem.end) },
          { at: spanIn(record, problem), changes },
        );
      }
    }
  },
});

const inFrontOf = (text: string, at: number, terms: string): string => `${text.slice(0, at)}${terms} ${text.slice(at)}`;
