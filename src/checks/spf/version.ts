import { readable } from '../../core/readable.ts';
import { isFatal, parseSpf, spfLookAlike } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { NOBODY } from '../parked/nobody.ts';
import { proposal, proposalRepairing } from './proposals.ts';
import { isRead, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/version',
  title: 'Every SPF record begins with exactly v=spf1 and a blank',
  refs: [{ label: 'RFC 7208 §4.5', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.5' }],
  why: 'Receivers pass over every TXT record that does not begin with v=spf1 and a blank, silently. To them a domain with a blank or a quote in front of its record has no SPF at all.',
  fix: 'Let the record begin with `v=spf1` and one blank, without quotes or blanks in front',
  needs: ['text'],
  considers: ['spf', 'parked'],
  messages: {
    ignored: { level: 'error', text: '{problem}, and there is no other SPF record' },
    beside: { level: 'note', text: '`{record}` is meant as an SPF record, but receivers only see the one beside it' },
    case: { level: 'note', text: '{problem}' },
  },
  examples: [
    { name: 'a good beginning', zone: '@ TXT "v=spf1 -all"', expect: [] },
    { name: 'nothing but the version', zone: '@ TXT "v=spf1"', expect: [] },
    { name: 'a blank in front', zone: '@ TXT " v=spf1 mx -all"', expect: ['ignored'] },
    { name: 'the same at a parked domain', parked: true, zone: '@ TXT " v=spf1 mx -all"', expect: ['ignored'] },
    {
      name: 'a blank that is none',
      zone: String.raw`@ TXT "v=spf1\194\160mx -all"`,
      expect: ['ignored'],
    },
    { name: 'quotes that are part of the text', zone: String.raw`@ TXT "\"v=spf1 mx -all\""`, expect: ['ignored'] },
    { name: 'another version', zone: '@ TXT "v=spf mx -all"', expect: ['ignored'] },
    { name: 'no blank behind the version', zone: '@ TXT "v=spf1;mx -all"', expect: ['ignored'] },
    { name: 'no version', zone: '@ TXT "include:spf.example.net -all"', expect: ['ignored'] },
    {
      name: 'a failed attempt beside the record',
      zone: '@ TXT "v=spf1 -all"\n@ TXT "v=spf2 mx -all"',
      expect: ['beside'],
    },
    { name: 'Sender ID', zone: '@ TXT "spf2.0/pra mx -all"', expect: [] },
    { name: 'capital letters', zone: '@ TXT "V=SPF1 mx -all"', expect: ['case'] },
    { name: 'some other text', zone: '@ TXT "verification=v=spf1"', expect: [] },
  ],
  evaluate({ text, spf, parked }, findings) {
    const root = spf.state === 'found' ? spf.value.root : undefined;
    if (root !== undefined && isRead(root)) {
      const problems = problemsOf(root, ['version-case']);
      for (const problem of problems) {
        const changes = parked.state === 'found' ? proposal(root, NOBODY) : proposalRepairing(root, problems);
        const detail = { at: spanIn(root, problem), changes };
        findings.add('case', { problem: problem.message }, detail);
      }
    }
    for (const record of text.records) {
      const lookAlike = spfLookAlike(record.text);
      if (lookAlike?.replacement === undefined) continue;
      const { start, end, replacement, message } = lookAlike;
      const place = record.place === undefined ? {} : { place: record.place };
      const at = { source: `${record.name} TXT`, text: record.text, start, end, ...place };
      const stands = { name: text.via.at(-1) ?? record.name, type: 'TXT', old: record.text } as const;
      if (root !== undefined) {
        const changes = [{ kind: 'remove', ...stands }] as const;
        findings.add(
          'beside',
          { record: readable(record.text) },
          { at, fix: 'remove it, or move its terms over', changes },
        );
        continue;
      }
      // A quote in front has its fellow at the end.
      const meant = (record.text.slice(0, start) + replacement + record.text.slice(end)).replace(/["'`]$/, '');
      const value = parked.state === 'found' ? NOBODY : meant;
      const changes = isFatal(parseSpf(value)) ? [] : ([{ kind: 'replace', ...stands, value }] as const);
      findings.add('ignored', { problem: message }, { at, changes });
    }
  },
});
