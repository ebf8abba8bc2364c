import { defineCheck } from '../define-check.ts';
import { recordToJudge, replacing, spanIn } from '../versioned-record.ts';
import { RECORD, served } from './example-policy.ts';
import { meantRecord, MTA_STS } from './judged.ts';

/** What has a check of its own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['version', 'version-blank', 'id-missing', 'id-value']);

export default defineCheck({
  id: 'mta-sts/syntax',
  title: 'The MTA-STS record consists of fields and nothing else',
  refs: [{ label: 'RFC 8461 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.1' }],
  why: 'Senders discard a record that breaks the grammar, and deliver as though the domain had no MTA-STS. The grammar is stricter than that of DMARC: no blanks around the equals sign, and no field without a value.',
  fix: 'Publish the record in its plain form: `v=STSv1; id=20261101;`',
  needs: ['mtaSts'],
  messages: {
    broken: { level: 'warning', text: '{problem}, so senders may discard the MTA-STS record' },
    repeated: { level: 'note', text: '{problem} in the MTA-STS record, and only the first counts' },
  },
  examples: [
    { name: 'a good record', zone: RECORD, web: served(), expect: [] },
    { name: 'an unknown field', zone: '_mta-sts TXT "v=STSv1; id=1; ext=2"', expect: [] },
    { name: 'blanks around the sign', zone: '_mta-sts TXT "v=STSv1; id = 1"', expect: ['broken'] },
    { name: 'two semicolons', zone: '_mta-sts TXT "v=STSv1; id=1;;"', expect: ['broken'] },
    { name: 'a field without value', zone: '_mta-sts TXT "v=STSv1; id=1; ext="', expect: ['broken'] },
    { name: 'a word at the end', zone: '_mta-sts TXT "v=STSv1; id=1; please"', expect: ['broken'] },
    {
      name: 'the backslash of a zone file',
      zone: String.raw`_mta-sts TXT "v=STSv1; id=1\\;"`,
      expect: ['broken'],
    },
    { name: 'two ids', zone: '_mta-sts TXT "v=STSv1; id=1; id=2"', expect: ['repeated'] },
    { name: 'a bad id, which is another matter', zone: '_mta-sts TXT "v=STSv1; id=2026-11-01"', expect: [] },
  ],
  evaluate({ mtaSts }, findings) {
    const record = recordToJudge(mtaSts, findings, MTA_STS);
    if (record === undefined) return;
    const changes = replacing(mtaSts, findings.domain, record, meantRecord(record));
    for (const problem of record.parsed.problems) {
      if (ELSEWHERE.has(problem.code)) continue;
      const detail = { at: spanIn(record, problem), changes };
      findings.add(problem.code === 'duplicate' ? 'repeated' : 'broken', { problem: problem.message }, detail);
    }
  },
});
