import { readable } from '../../core/readable.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'spf/legacy-type',
  title: 'SPF is published as TXT only',
  refs: [{ label: 'RFC 7208 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-3.1' }],
  why: 'The record type SPF (99) was an experiment that ended in 2014; receivers only ask for TXT. Two copies drift apart, and whoever edits the wrong one wonders why nothing changes.',
  fix: 'Remove the record of type SPF and keep the one of type TXT',
  needs: ['legacySpf'],
  considers: ['spf'],
  messages: {
    published: { level: 'note', text: '`{record}` is published with type SPF (99), which no receiver asks for' },
  },
  examples: [
    { name: 'TXT alone', zone: '@ TXT "v=spf1 -all"', expect: [], outcome: 'not-applicable' },
    { name: 'both types', zone: '@ TXT "v=spf1 -all"\n@ SPF "v=spf1 -all"', expect: ['published'] },
    { name: 'type SPF alone', zone: '@ SPF "v=spf1 mx -all"', expect: ['published'] },
    { name: 'something else of type SPF', zone: '@ TXT "v=spf1 -all"\n@ SPF ""', expect: [] },
  ],
  evaluate({ legacySpf, spf }, findings) {
    for (const { name, text, place } of legacySpf) {
      if (text.trim() === '') continue;
      const at = { source: `${name} SPF`, text, start: 0, end: text.length, ...(place === undefined ? {} : { place }) };
      const changes = [{ kind: 'remove', name, type: 'SPF', old: text }] as const;
      const fix = spf.state === 'absent' ? { fix: 'publish it as TXT instead' } : {};
      findings.add('published', { record: readable(text) }, { at, ...fix, changes });
    }
  },
});
