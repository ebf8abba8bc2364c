import { defineCheck } from '../define-check.ts';
import { detailOf, recordToJudge } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/report-delivery',
  title: 'Mail to every address for reports can be delivered',
  refs: [
    { label: 'RFC 9989 §5.1.3', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.1.3' },
    { label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' },
    { label: 'RFC 7505 §3', url: 'https://www.rfc-editor.org/rfc/rfc7505#section-3' },
  ],
  why: 'Reports to a domain without a mail server are lost, and nobody is told. Where the domain itself has lapsed, whoever registers it next gets to read who sends in your name.',
  fix: 'Name an address whose domain receives mail',
  needs: ['dmarc', 'dmarcRecord', 'reportDestinations'],
  messages: {
    undeliverable: {
      level: 'error',
      text: '`{destination}` receives no mail, so aggregate reports sent there are lost',
    },
    failure: { level: 'note', text: '`{destination}` receives no mail, so failure reports sent there are lost' },
  },
  examples: [
    { name: 'an MX', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"\n@ MX 10 mail', expect: [] },
    {
      name: 'an address record',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"\n@ A 192.0.2.1',
      expect: [],
    },
    { name: 'neither', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"', expect: ['undeliverable'] },
    {
      name: 'a null MX',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"\n@ MX 0 .\n@ A 192.0.2.1',
      expect: ['undeliverable'],
    },
    {
      name: 'a domain that does not exist',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@lapsed.net; ruf=mailto:d@lapsed.net"',
      expect: ['undeliverable'],
    },
    {
      name: 'failure reports alone',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com; ruf=mailto:d@lapsed.net"\n@ MX 10 mail',
      expect: ['failure'],
    },
    {
      name: 'a name server that fails',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@reports.net"',
      servfail: ['reports.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ reportDestinations, ...facts }, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    const seen = new Set<string>();
    // In the order of the tags, `rua` first: it is the one that matters.
    for (const { delivery, domain: destination, tag, uri } of reportDestinations) {
      if (seen.has(destination)) continue;
      seen.add(destination);
      if (delivery.state === 'unknown') findings.inconclusive(delivery.reason);
      if (delivery.state !== 'absent') continue;
      findings.add(tag === 'rua' ? 'undeliverable' : 'failure', { destination }, detailOf(record, uri));
    }
  },
});
