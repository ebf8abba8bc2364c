import { parseTlsRpt } from '../../protocols/tls-rpt.ts';
import { defineCheck } from '../define-check.ts';
import { replacing, spanIn } from '../versioned-record.ts';
import { meantRecord } from './judged.ts';

export default defineCheck({
  id: 'tls-rpt/version',
  title: 'The TLS-RPT record begins with exactly v=TLSRPTv1;',
  refs: [{ label: 'RFC 8460 §3', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-3' }],
  why: 'Senders pass over every text at `_smtp._tls` that does not begin with `v=TLSRPTv1;` in exactly this spelling, and send no reports.',
  fix: 'Let the record begin with `v=TLSRPTv1;`, without blanks or quotes in front',
  needs: ['tlsRpt'],
  messages: {
    ignored: { level: 'warning', text: '{problem}, so to senders it is no TLS-RPT record' },
    blank: { level: 'note', text: '{problem}, and strict senders look for `v=TLSRPTv1;`' },
  },
  examples: [
    { name: 'a good beginning', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"', expect: [] },
    { name: 'small letters', zone: '_smtp._tls TXT "v=tlsrptv1; rua=mailto:t@example.com"', expect: ['ignored'] },
    { name: 'a hyphen', zone: '_smtp._tls TXT "v=TLS-RPTv1; rua=mailto:t@example.com"', expect: ['ignored'] },
    { name: 'no v', zone: '_smtp._tls TXT "v=TLSRPT1; rua=mailto:t@example.com"', expect: ['ignored'] },
    { name: 'no semicolon', zone: '_smtp._tls TXT "v=TLSRPTv1 rua=mailto:t@example.com"', expect: ['ignored'] },
    { name: 'nothing but the version', zone: '_smtp._tls TXT "v=TLSRPTv1"', expect: ['ignored'] },
    {
      name: 'a blank behind the version',
      zone: '_smtp._tls TXT "v=TLSRPTv1 ; rua=mailto:t@example.com"',
      expect: ['blank'],
    },
    {
      name: 'an attempt beside a good record',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"\n_smtp._tls TXT "v=TLSRPT; rua=mailto:t@example.com"',
      expect: [],
    },
  ],
  evaluate({ tlsRpt }, findings) {
    const { records, attempts } = tlsRpt;
    for (const record of records.length > 0 ? records : attempts) {
      const changes = replacing(tlsRpt, findings.domain, record, meantRecord(record));
      for (const problem of parseTlsRpt(record.text).problems) {
        const detail = { at: spanIn(record, problem), changes };
        if (problem.code === 'version') findings.add('ignored', { problem: problem.message }, detail);
        if (problem.code === 'version-blank') findings.add('blank', { problem: problem.message }, detail);
      }
    }
  },
});
