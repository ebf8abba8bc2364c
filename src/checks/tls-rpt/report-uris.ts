import { defineCheck } from '../define-check.ts';
import { recordToJudge, replacing, spanIn } from '../versioned-record.ts';
import { firstRecord, meantRecord, TLS_RPT } from './judged.ts';

export default defineCheck({
  id: 'tls-rpt/report-uris',
  title: 'The TLS-RPT record says where reports go, as mailto or https URIs',
  refs: [
    { label: 'RFC 8460 §3', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-3' },
    { label: 'RFC 3986 §2', url: 'https://www.rfc-editor.org/rfc/rfc3986#section-2' },
  ],
  why: 'Senders report to `mailto:` and `https:` URIs and to nothing else. An address that they cannot read gets no reports, and nobody says so.',
  fix: 'Write `mailto:` before every mail address and a comma between two; `!`, `,` and `;` in a URI as `%21`, `%2C` and `%3B`',
  needs: ['tlsRpt'],
  considers: ['mx'],
  messages: {
    missing: { level: 'warning', text: 'The TLS-RPT record of `{domain}` names no address, so nobody sends reports' },
    broken: { level: 'warning', text: '{problem}, so no TLS reports go there' },
    gap: { level: 'note', text: 'There is a comma too many in the `rua=` of the TLS-RPT record' },
  },
  examples: [
    { name: 'a mail address', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"', expect: [] },
    {
      name: 'both forms',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com, https://reports.net/v1?d=example.com"',
      expect: [],
    },
    { name: 'no list', zone: '_smtp._tls TXT "v=TLSRPTv1;"\n@ MX 10 mail', expect: ['missing'] },
    { name: 'an empty list, and a null MX', zone: '_smtp._tls TXT "v=TLSRPTv1; rua="\n@ MX 0 .', expect: ['missing'] },
    { name: 'no mailto', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=t@example.com"', expect: ['broken'] },
    {
      name: 'a web address without TLS',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=http://reports.net/"',
      expect: ['broken'],
    },
    {
      name: 'a blank for the comma',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com mailto:u@example.com"',
      expect: ['broken'],
    },
    {
      name: 'the size limit of old DMARC records',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com!10m"',
      expect: ['broken'],
    },
    { name: 'no host', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=https:///tls"', expect: ['broken'] },
    { name: 'a comma at the end', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com,"', expect: ['gap'] },
    { name: 'no record', zone: '@ MX 10 mail', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ tlsRpt, mx }, findings) {
    const record = recordToJudge(tlsRpt, findings, TLS_RPT);
    if (record === undefined) return;
    const { domain } = findings;
    const { rua } = record.parsed.value;
    const takesMail = mx.state === 'found' && mx.value.hosts.length > 0;
    const changes = replacing(tlsRpt, domain, record, meantRecord(record));
    for (const { code, message: problem, start, end } of record.parsed.problems) {
      const detail = { at: spanIn(record, { start, end }), changes };
      if (code === 'rua-missing') {
        const first = takesMail ? replacing(tlsRpt, domain, record, firstRecord(domain)) : [];
        findings.add('missing', { domain }, { changes: first });
      } else if (code === 'uri-empty') {
        // A list of nothing else is no list.
        if (rua.length > 0) findings.add('gap', {}, detail);
      } else if (code.startsWith('uri-')) findings.add('broken', { problem }, detail);
    }
  },
});
