import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposalRepairing } from './proposals.ts';
import { ownRecords, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/trailing-dots',
  title: 'Names in SPF are written without a final dot',
  refs: [{ label: 'RFC 7208 §7.3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-7.3' }],
  why: 'In a zone file a final dot is right; inside an SPF record it is not, and some receivers refuse the whole record for it.',
  fix: 'Write the name without the final dot',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    dotted: { level: 'note', text: '{problem}' },
  },
  examples: [
    {
      name: 'a name without a dot',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 -all"',
      expect: [],
    },
    {
      name: 'names with a dot',
      zone: '@ TXT "v=spf1 include:a.example. a:mail.example.com./28 -all"\na.example. TXT "v=spf1 -all"',
      expect: ['dotted', 'dotted'],
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const dots = problemsOf(record, ['trailing-dot']);
      const changes = proposalRepairing(record, dots);
      for (const dot of dots) findings.add('dotted', { problem: dot.message }, { at: spanIn(record, dot), changes });
    }
  },
});
