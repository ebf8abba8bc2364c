import { FATAL_CODES } from '../../protocols/spf/record.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposalRepairing } from './proposals.ts';
import { admitUnreadRecords, isOwn, problemsOf, readRecords, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/included-syntax',
  title: 'Every SPF record that is included can be read to its end',
  refs: [{ label: 'RFC 7208 §5.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.2' }],
  why: 'A syntax error in an included record is a permerror for everyone who includes it: receivers do not pass over the broken include, they give up on the whole record.',
  fix: 'Ask whoever publishes the included record to correct it, and leave the include out until then',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    broken: {
      level: 'error',
      text: 'The record of `{domain}`, which SPF includes, is broken: {problem}',
    },
  },
  examples: [
    {
      name: 'a good include',
      zone: '@ TXT "v=spf1 include:_spf.example.net -all"\n_spf.example.net. TXT "v=spf1 ip4:192.0.2.1 -all"',
      expect: [],
    },
    {
      name: 'a broken include',
      zone: '@ TXT "v=spf1 include:_spf.example.net -all"\n_spf.example.net. TXT "v=spf1 ip4:192.0.2 -all"',
      expect: ['broken'],
    },
    {
      name: 'a broken include of our own',
      zone: '@ TXT "v=spf1 include:_spf.example.com -all"\n_spf TXT "v=spf1 ipv4:192.0.2.1 -all"',
      expect: ['broken'],
    },
    {
      name: 'a broken redirect target',
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"\n_spf TXT "v=spf1 ip4:192.0.2.1-all"',
      expect: ['broken'],
    },
    {
      name: 'a broken record included twice',
      zone: '@ TXT "v=spf1 include:a.example include:a.example -all"\na.example. TXT "v=spf1 x -all"',
      expect: ['broken'],
    },
    { name: 'an error in the domain’s own record', zone: '@ TXT "v=spf1 x -all"', expect: [] },
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
    for (const record of readRecords(spf)) {
      if (record.depth === 0) continue;
      const problems = problemsOf(record, FATAL_CODES);
      const changes = isOwn(spf, record) ? proposalRepairing(record, problems) : [];
      for (const problem of problems) {
        const fix = changes.length > 0 ? { fix: 'publish the corrected record' } : {};
        const params = { problem: withinSentence(problem.message), domain: record.domain };
        findings.add('broken', params, { at: spanIn(record, problem), ...fix, changes });
      }
    }
  },
});

/** A message as the second half of a sentence; a word all in capitals stays as it is. */
const withinSentence = (message: string): string =>
  message.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
