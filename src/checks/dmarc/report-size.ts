import { defineCheck } from '../define-check.ts';
import { faultsOf, repaired } from './faults.ts';
import { detailOf, recordToJudge } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/report-size',
  title: 'No address for reports has a size limit',
  refs: [
    { label: 'RFC 9989 §4.8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.8' },
    { label: 'RFC 9989 App. C.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#appendix-C.4' },
  ],
  why: 'RFC 9989 has dropped the limit that RFC 7489 allowed behind an address. New receivers ignore it; old ones hold a larger report back, which is the report of the day on which most went wrong.',
  fix: 'Take the exclamation mark and the number away',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    limit: { level: 'note', text: '{problem} by report senders after RFC 9989' },
  },
  examples: [
    { name: 'no limit', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"', expect: [] },
    { name: 'ten megabytes', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com!10m"', expect: ['limit'] },
    {
      name: 'limits for both kinds of reports',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com!10m; ruf=mailto:d@example.com!1m"',
      expect: ['limit', 'limit'],
    },
    { name: 'a bare number', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com!50000"', expect: ['limit'] },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    for (const problem of faultsOf(record, ['uri-size'])) {
      findings.add('limit', { problem: problem.message }, detailOf(record, problem, repaired(record, problem)));
    }
  },
});
