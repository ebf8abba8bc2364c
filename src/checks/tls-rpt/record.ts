import { defineCheck } from '../define-check.ts';
import { firstRecord } from './judged.ts';

const STS = '_mta-sts TXT "v=STSv1; id=1"';

export default defineCheck({
  id: 'tls-rpt/record',
  title: 'A domain that asks for encrypted delivery hears when it fails',
  refs: [
    { label: 'RFC 8460 §3', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-3' },
    { label: 'RFC 8461 §6', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-6' },
  ],
  why: 'With MTA-STS or DANE senders hold mail back when a certificate does not fit. The TLS reports of Google, Microsoft and others, one a day, are how the domain learns of it before its users do; and in testing mode they are all that MTA-STS does. A record of the domain above does not count.',
  fix: 'Publish a TXT record at `_smtp._tls` with the address of a mailbox, or of a report service',
  needs: ['mx'],
  considers: ['mtaSts', 'tlsa', 'tlsRpt'],
  messages: {
    missing: {
      level: 'note',
      text: '`{domain}` has {protection} and no TLS-RPT, so it does not hear when delivery over TLS fails',
    },
  },
  examples: [
    { name: 'both', zone: `${STS}\n@ MX 10 mail\n_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"`, expect: [] },
    { name: 'MTA-STS alone', zone: `${STS}\n@ MX 10 mail`, expect: ['missing'] },
    {
      name: 'DANE alone',
      zone: `@ MX 10 mail\nmail A 192.0.2.1\n_25._tcp.mail TLSA 3 1 1 ${'ab'.repeat(32)}`,
      expect: ['missing'],
    },
    {
      name: 'a damaged record, which is another matter',
      zone: `${STS}\n@ MX 10 mail\n_smtp._tls TXT "v=tlsrpt1"`,
      expect: [],
    },
    { name: 'a domain that takes no mail', zone: `${STS}\n@ MX 0 .`, expect: [], outcome: 'not-applicable' },
    { name: 'neither', zone: '@ MX 10 mail', expect: [], outcome: 'not-applicable' },
    {
      name: 'a name server that fails',
      zone: `${STS}\n@ MX 10 mail`,
      servfail: ['_smtp._tls.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mx, mtaSts, tlsa, tlsRpt }, findings) {
    if (tlsRpt.state === 'found') return;
    const { domain } = findings;
    const hasDane = tlsa.state === 'found' && tlsa.value.hosts.some(({ records }) => records.state === 'found');
    const protections = [...(mtaSts.state === 'found' ? ['MTA-STS'] : []), ...(hasDane ? ['DANE'] : [])];
    if (mx.hosts.length === 0 || protections.length === 0) {
      findings.notApplicable('the domain takes no mail, or asks for no TLS');
      return;
    }
    const name = `_smtp._tls.${domain}`;
    const fix = `publish a record at \`${name}\`, with the address of a mailbox that you read, or of a report service`;
    const changes = [{ kind: 'publish', name, type: 'TXT', value: firstRecord(domain) }] as const;
    findings.add('missing', { domain, protection: protections.join(' and ') }, { fix, changes });
  },
});
