import type { TextRange } from '../../protocols/tag-list.ts';
import { defineCheck } from '../define-check.ts';
import { recordToJudge, replacing, spanIn } from '../versioned-record.ts';
import { RECORD, served } from './example-policy.ts';
import { meantRecord, MTA_STS } from './judged.ts';

const OWN: ReadonlySet<string> = new Set(['id-missing', 'id-value']);

export default defineCheck({
  id: 'mta-sts/id',
  title: 'The MTA-STS record has an id of letters and digits',
  refs: [{ label: 'RFC 8461 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.1' }],
  why: 'By the id senders see that the policy has changed. A record without one, or with hyphens, dots or colons in it as dates have them, is invalid: senders deliver as though the domain had no MTA-STS.',
  fix: 'Give the record an `id=` of 1 to 32 letters and digits, such as the date',
  needs: ['mtaSts'],
  messages: {
    missing: { level: 'warning', text: 'The MTA-STS record of `{domain}` has no `id=`, so senders discard it' },
    value: { level: 'warning', text: '{problem}, so senders discard the MTA-STS record' },
  },
  examples: [
    { name: 'a date', zone: RECORD, web: served(), expect: [] },
    { name: 'one letter', zone: '_mta-sts TXT "v=STSv1; id=a;"', expect: [] },
    { name: 'no id', zone: '_mta-sts TXT "v=STSv1;"', expect: ['missing'] },
    { name: 'another field', zone: '_mta-sts TXT "v=STSv1; policy=1"', expect: ['missing'] },
    { name: 'a date with hyphens', zone: '_mta-sts TXT "v=STSv1; id=2026-11-01;"', expect: ['value'] },
    { name: 'an id without value', zone: '_mta-sts TXT "v=STSv1; id="', expect: ['value'] },
    {
      name: 'a hash of 40 digits',
      zone: '_mta-sts TXT "v=STSv1; id=da39a3ee5e6b4b0d3255bfef95601890afd80709"',
      expect: ['value'],
    },
    {
      name: 'the backslash of a zone file behind it, which is another matter',
      zone: String.raw`_mta-sts TXT "v=STSv1; id=1\\;"`,
      expect: [],
    },
    {
      name: 'two records, which are another matter',
      zone: '_mta-sts TXT "v=STSv1;"\n_mta-sts TXT "v=STSv1; id=1"',
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ mtaSts }, findings) {
    const record = recordToJudge(mtaSts, findings, MTA_STS);
    if (record === undefined) return;
    const { domain } = findings;
    const changes = replacing(mtaSts, domain, record, meantRecord(record));
    const { problems } = record.parsed;
    // What breaks the grammar inside of the field makes its value a bad one as well, and mta-sts/syntax says so.
    const isBroken = (id: TextRange): boolean =>
      problems.some(({ code, start, end }) => !OWN.has(code) && start >= id.start && end <= id.end);
    for (const problem of problems) {
      const detail = { at: spanIn(record, problem), changes };
      if (problem.code === 'id-missing') findings.add('missing', { domain }, detail);
      if (problem.code === 'id-value' && !isBroken(problem))
        findings.add('value', { problem: problem.message }, detail);
    }
  },
});
