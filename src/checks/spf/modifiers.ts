import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposalRepairing, proposalWithout } from './proposals.ts';
import { ownRecords, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/modifiers',
  title: 'The SPF record uses no modifiers but redirect and exp',
  refs: [{ label: 'RFC 7208 §6', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-6' }],
  why: 'Anything of the form name=value that no standard knows is skipped without a word. `include=example.net` looks right and authorises nothing.',
  fix: 'Write mechanisms with a colon, and remove modifiers that nobody reads',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    mechanism: { level: 'error', text: '{problem}' },
    unknown: { level: 'note', text: '`{modifier}` is a modifier no receiver knows, and is ignored' },
  },
  examples: [
    { name: 'redirect and exp', zone: '@ TXT "v=spf1 a redirect=_spf.example.net exp=why.example.com"', expect: [] },
    {
      name: 'an equals sign for a colon',
      zone: '@ TXT "v=spf1 include=example.net ip4=192.0.2.1 -all"',
      expect: ['mechanism', 'mechanism'],
    },
    { name: 'an unknown modifier', zone: '@ TXT "v=spf1 mx ra=postmaster -all"', expect: ['unknown'] },
    { name: 'a second version, which is another matter', zone: '@ TXT "v=spf1 mx -all v=spf1 a -all"', expect: [] },
    {
      name: 'a DMARC record behind the terms',
      zone: '@ TXT "v=spf1 mx ~all v=DMARC1; p=none;"',
      expect: ['unknown', 'unknown'],
    },
    {
      name: 'an unknown modifier of somebody else',
      zone: '@ TXT "v=spf1 include:example.net -all"\nexample.net. TXT "v=spf1 x=y -all"',
      expect: [],
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const mechanisms = problemsOf(record, ['mechanism-as-modifier']);
      const changes = proposalRepairing(record, mechanisms);
      for (const problem of mechanisms) {
        findings.add('mechanism', { problem: problem.message }, { at: spanIn(record, problem), changes });
      }
      const unknown = problemsOf(record, ['unknown-modifier']);
      const without = proposalWithout(record, unknown);
      for (const problem of unknown) {
        const modifier = record.text.text.slice(problem.start, problem.end);
        findings.add('unknown', { modifier }, { at: spanIn(record, problem), changes: without });
      }
    }
  },
});
