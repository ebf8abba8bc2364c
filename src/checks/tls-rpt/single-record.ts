import { tlsRptAsMeant } from '../../protocols/tls-rpt.ts';
import { defineCheck } from '../define-check.ts';
import { removing, replacing, spanIn } from '../versioned-record.ts';

export default defineCheck({
  id: 'tls-rpt/single-record',
  title: 'There is exactly one TLS-RPT record',
  refs: [{ label: 'RFC 8460 §3', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-3' }],
  why: 'Of two records senders take neither, and nobody reports when encrypted delivery fails. It happens when a report service asks for a record and the old one is left standing.',
  fix: 'Leave one record, with all addresses in its `rua=`, separated by commas',
  needs: ['tlsRpt'],
  messages: {
    several: { level: 'warning', text: '`{name}` has {count} TLS-RPT records, and senders discard them all' },
  },
  examples: [
    { name: 'one record', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"', expect: [] },
    {
      name: 'one record and another text',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"\n_smtp._tls TXT "hello"',
      expect: [],
    },
    {
      name: 'two records',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"\n_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@reports.net"',
      expect: ['several'],
    },
    {
      name: 'two without an address',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua="\n_smtp._tls TXT "v=TLSRPTv1;"',
      expect: ['several'],
    },
  ],
  evaluate({ tlsRpt }, findings) {
    const { records, name } = tlsRpt;
    const [first, second] = records;
    if (first === undefined || second === undefined) return;
    const merged = tlsRptAsMeant(...records.map(({ text }) => text));
    const kept = records.find(({ text }) => text === merged) ?? first;
    const others = records.filter((record) => record !== kept);
    const changes = [...replacing(tlsRpt, findings.domain, kept, merged), ...removing(tlsRpt, findings.domain, others)];
    findings.add('several', { name, count: records.length }, { at: spanIn(second), changes });
  },
});
