import { defineCheck } from '../define-check.ts';
import { recordToJudge, replacing, spanIn } from '../versioned-record.ts';
import { meantRecord, TLS_RPT } from './judged.ts';

export default defineCheck({
  id: 'tls-rpt/syntax',
  title: 'The TLS-RPT record consists of fields and nothing else',
  refs: [{ label: 'RFC 8460 §3', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-3' }],
  why: 'Senders that cannot read the record send no reports, and a failure of TLS goes unnoticed. The grammar is stricter than that of DMARC: no blanks around the equals sign, and no field without a value.',
  fix: 'Publish the record in its plain form: `v=TLSRPTv1; rua=mailto:tls-reports@<domain>`',
  needs: ['tlsRpt'],
  messages: {
    broken: { level: 'warning', text: '{problem}, so senders may discard the TLS-RPT record' },
    repeated: { level: 'note', text: '{problem} in the TLS-RPT record, and senders may read the first alone' },
  },
  examples: [
    { name: 'a good record', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"', expect: [] },
    { name: 'an unknown field', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com; ext=1;"', expect: [] },
    {
      name: 'blanks around the sign',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua = mailto:t@example.com"',
      expect: ['broken'],
    },
    { name: 'two semicolons', zone: '_smtp._tls TXT "v=TLSRPTv1;; rua=mailto:t@example.com"', expect: ['broken'] },
    {
      name: 'a field without value',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com; ext="',
      expect: ['broken'],
    },
    {
      name: 'the backslash of a zone file',
      zone: String.raw`_smtp._tls TXT "v=TLSRPTv1\\; rua=mailto:t@example.com\\;"`,
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a list for every address',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com; rua=https://reports.net/tls"',
      expect: ['repeated'],
    },
    { name: 'a bad address, which is another matter', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=t"', expect: [] },
  ],
  evaluate({ tlsRpt }, findings) {
    const record = recordToJudge(tlsRpt, findings, TLS_RPT);
    if (record === undefined) return;
    const changes = replacing(tlsRpt, findings.domain, record, meantRecord(record));
    for (const { code, message: problem, start, end } of record.parsed.problems) {
      if (code.startsWith('version') || code === 'rua-missing' || code.startsWith('uri-')) continue;
      const detail = { at: spanIn(record, { start, end }), changes };
      findings.add(code === 'duplicate' ? 'repeated' : 'broken', { problem }, detail);
    }
  },
});
