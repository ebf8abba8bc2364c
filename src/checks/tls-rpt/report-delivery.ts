import { defineCheck } from '../define-check.ts';
import { recordToJudge, spanIn } from '../versioned-record.ts';
import { TLS_RPT } from './judged.ts';

export default defineCheck({
  id: 'tls-rpt/report-delivery',
  title: 'TLS reports arrive where they are sent',
  refs: [
    { label: 'RFC 8460 §3', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-3' },
    { label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' },
    { label: 'RFC 7505 §3', url: 'https://www.rfc-editor.org/rfc/rfc7505#section-3' },
  ],
  why: 'Reports to a domain without a mail server, or to a host without address, are lost, and nobody is told. Where the name itself has lapsed, whoever registers it next gets to read which servers write to you, and which of them fail.',
  fix: 'Name an address whose domain receives mail, or an `https:` URI whose host exists',
  needs: ['tlsRpt'],
  messages: {
    undeliverable: { level: 'warning', text: '`{destination}` receives no mail, so TLS reports sent there are lost' },
    unreachable: { level: 'warning', text: '`{destination}` has no address, so TLS reports sent there are lost' },
  },
  examples: [
    {
      name: 'an MX',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"\n@ MX 10 mail',
      expect: [],
    },
    {
      name: 'a web server',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=https://reports.net/tls"\nreports.net. A 192.0.2.1',
      expect: [],
    },
    { name: 'a web server by its address', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=https://192.0.2.1/"', expect: [] },
    {
      name: 'a null MX',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"\n@ MX 0 .',
      expect: ['undeliverable'],
    },
    {
      name: 'names that do not exist',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@lapsed.net,https://lapsed.org/tls,mailto:u@lapsed.net"',
      expect: ['undeliverable', 'unreachable'],
    },
    {
      name: 'a name server that fails',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@reports.net"',
      servfail: ['reports.net'],
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'no address that can be read, which is another matter',
      zone: '_smtp._tls TXT "v=TLSRPTv1; rua=t@lapsed.net"',
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ tlsRpt }, findings) {
    const record = recordToJudge(tlsRpt, findings, TLS_RPT);
    if (record === undefined) return;
    const { destinations } = tlsRpt;
    if (destinations.length === 0) findings.notApplicable('no address for TLS reports can be read');
    const seen = new Set<string>();
    for (const { delivery, domain: destination, uri } of destinations) {
      const key = `${uri.scheme} ${destination}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (delivery.state === 'unknown') findings.inconclusive(delivery.reason);
      if (delivery.state !== 'absent') continue;
      const message = uri.scheme === 'https' ? 'unreachable' : 'undeliverable';
      findings.add(message, { destination }, { at: spanIn(record, uri) });
    }
  },
});
