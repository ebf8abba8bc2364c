import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposal, textWithout } from './proposals.ts';
import { ownRecords, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/modifier-position',
  title: 'Modifiers stand at the end of the record',
  refs: [{ label: 'RFC 7208 §6', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-6' }],
  why: 'Receivers act on redirect and exp after all mechanisms, wherever they stand. In the middle of a record they mislead whoever reads it.',
  fix: 'Move redirect and exp to the end of the record',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    early: { level: 'note', text: '`{modifier}` stands before a mechanism, but takes effect after all of them' },
  },
  examples: [
    { name: 'a modifier at the end', zone: '@ TXT "v=spf1 mx redirect=_spf.example.com"', expect: [] },
    { name: 'a redirect first', zone: '@ TXT "v=spf1 redirect=_spf.example.com mx"', expect: ['early'] },
    { name: 'an explanation first', zone: '@ TXT "v=spf1 exp=why.example.com mx -all"', expect: ['early'] },
    { name: 'a redirect that is ignored anyway', zone: '@ TXT "v=spf1 redirect=_spf.example.com -all"', expect: [] },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const { text } = record.text;
      const early = problemsOf(record, ['modifier-not-last']);
      const modifiers = early.map(({ start, end }) => text.slice(start, end));
      const changes = proposal(record, [textWithout(text, early), ...modifiers].join(' '));
      for (const problem of early) {
        const modifier = text.slice(problem.start, problem.end);
        findings.add('early', { modifier }, { at: spanIn(record, problem), changes });
      }
    }
  },
});
