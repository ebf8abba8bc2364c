import { count } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'delivery/tls-failures',
  title: 'No mail waits because of TLS',
  refs: [
    { label: 'RFC 8461 §5', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-5' },
    { label: 'RFC 7672 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2' },
  ],
  why: 'Where a secure connection is demanded (MTA-STS, DANE, a setting for the domain) and cannot be had, mail is not sent at all: it waits and is given up.',
  fix: 'See whose demand failed: compare the receiver’s MTA-STS policy and TLSA records with its certificate (`sendaudit check --probe-smtp` on its domain), and your own settings for it.',
  needs: ['delivery'],
  messages: {
    failing: { level: 'warning', text: '{attempts} attempts of {stream} at {provider} failed over TLS: {reply}' },
  },
  examples: [
    {
      name: 'a certificate that does not fit',
      deliveries: [
        { kind: 'deferred', count: 12, reply: '454 4.7.5 Server certificate not verified' },
        { kind: 'delivered', count: 12 },
      ],
      zone: '',
      expect: ['failing'],
    },
    {
      name: 'one that broke off',
      deliveries: [{ kind: 'deferred', reply: '454 4.7.5 Server certificate not verified' }],
      zone: '',
      expect: [],
    },
    {
      name: 'greylisting',
      deliveries: [{ kind: 'deferred', count: 12, reply: '450 4.2.0 Greylisted' }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const { label, parts } of delivery.sections)
      for (const { label: provider, reasons } of parts) {
        const those = reasons.filter((reason) => reason.class === 'tls');
        const attempts = those.reduce((sum, reason) => sum + reason.count, 0);
        if (attempts < FEWEST) continue;
        findings.add(
          'failing',
          {
            attempts: count(attempts),
            stream: label.name,
            provider: provider.name,
            reply: `“${those[0]?.text ?? ''}”`,
          },
          { subject: label.id },
        );
      }
  },
});

/** Single handshakes break for many reasons. */
const FEWEST = 10;
