import type { DmarcCode } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { faultsOf, repaired } from './faults.ts';
import { detailOf, recordToJudge } from './judged-record.ts';

const LOST: readonly DmarcCode[] = ['missing-separator', 'escaped-separator'];

export default defineCheck({
  id: 'dmarc/tag-separators',
  title: 'One semicolon stands between any two tags of the DMARC record',
  refs: [{ label: 'RFC 9989 §4.8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.8' }],
  why: 'A lost semicolon makes the next tag part of the value before it: two tags are gone at once, often the policy and the address for reports. A backslash before it is the escape of a zone file that has been published with it.',
  fix: 'Write `; ` between the tags, nothing else',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    lost: { level: 'error', text: '{problem}, so both tags are lost' },
    escaped: { level: 'error', text: '{problem}, so its value is lost' },
    empty: { level: 'note', text: '{problem}, and strict readers refuse the record' },
  },
  examples: [
    { name: 'semicolons', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"', expect: [] },
    { name: 'one at the end, and no blanks', zone: '_dmarc TXT "v=DMARC1;p=none;"', expect: [] },
    { name: 'a blank instead', zone: '_dmarc TXT "v=DMARC1; p=none rua=mailto:d@example.com"', expect: ['lost'] },
    { name: 'a comma instead', zone: '_dmarc TXT "v=DMARC1; p=none, rua=mailto:d@example.com"', expect: ['lost'] },
    {
      name: 'two that are missing',
      zone: '_dmarc TXT "v=DMARC1; p=none sp=none; rua=mailto:d@example.com fo=1"',
      expect: ['lost', 'lost'],
    },
    {
      name: 'a backslash',
      zone: String.raw`_dmarc TXT "v=DMARC1; p=none\\; rua=mailto:d@example.com"`,
      expect: ['escaped'],
    },
    { name: 'two semicolons', zone: '_dmarc TXT "v=DMARC1; p=none;; rua=mailto:d@example.com"', expect: ['empty'] },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    for (const problem of faultsOf(record, [...LOST, 'empty-tag'])) {
      const key = problem.code === 'empty-tag' ? 'empty' : problem.code === 'missing-separator' ? 'lost' : 'escaped';
      findings.add(key, { problem: problem.message }, detailOf(record, problem, repaired(record, problem)));
    }
  },
});
