import { count, percent } from '../../core/format.ts';
import { isSurelyOver } from '../../core/surely.ts';
import { defineCheck } from '../define-check.ts';
import { andMore, placeOf } from '../places.ts';

const FEWEST = 20;
const SHARE = 0.01;

export default defineCheck({
  id: 'delivery/unencrypted',
  title: 'Mail goes over TLS wherever the receiver offers it',
  refs: [
    { label: 'RFC 3207', url: 'https://www.rfc-editor.org/rfc/rfc3207' },
    { label: 'Gmail, email sender guidelines', url: 'https://support.google.com/mail/answer/81126' },
  ],
  why: 'Mail without TLS can be read and changed on the way, and Gmail asks every sender for it: unencrypted mail is deferred or refused there.',
  fix: 'Set TLS to opportunistic on the mail server that sent it (Postfix: `smtp_tls_security_level = may`, or `dane`), and see whether one of several servers lacks the setting.',
  needs: ['delivery'],
  messages: {
    some: {
      level: 'warning',
      text: '{plain} of {known} messages of {stream} to {provider} went without TLS ({share}), though TLS is offered there',
    },
    all: {
      level: 'warning',
      text: 'None of {known} messages of {stream} went over TLS',
    },
  },
  examples: [
    {
      name: 'one of two servers has TLS switched off',
      deliveries: [
        { kind: 'delivered', count: 60, to: 'gmail.com', tls: 'TLSv1.3' },
        { kind: 'delivered', count: 40, to: 'gmail.com', tls: false },
      ],
      zone: '',
      expect: ['some'],
    },
    {
      name: 'a server without TLS',
      deliveries: [{ kind: 'delivered', count: 40, to: 'gmail.com', tls: false }],
      zone: '',
      expect: ['all'],
    },
    {
      name: 'some handshakes that failed',
      deliveries: [
        { kind: 'delivered', count: 6000, to: 'gmail.com', tls: 'TLSv1.3' },
        { kind: 'delivered', count: 30, to: 'gmail.com', tls: false },
      ],
      zone: '',
      expect: [],
    },
    {
      name: 'TLS everywhere',
      deliveries: [{ kind: 'delivered', count: 40, to: 'gmail.com', tls: 'TLSv1.3' }],
      zone: '',
      expect: [],
    },
    { name: 'a log that does not tell', deliveries: [{ kind: 'delivered', count: 40 }], zone: '', expect: [] },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections) {
      const { label, parts, tls: whole } = section;
      if (whole.encrypted === 0 && whole.plain >= FEWEST) {
        findings.add('all', { known: count(whole.plain), stream: label.name }, { subject: label.id });
        continue;
      }
      // One handshake in a thousand fails, and mail goes without.
      const those = parts.filter(
        ({ tls: { plain, encrypted }, isKnown }) =>
          isKnown && plain >= FEWEST && encrypted > 0 && isSurelyOver(SHARE, plain, plain + encrypted),
      );
      const [most] = those.toSorted((a, b) => b.tls.plain - a.tls.plain);
      if (most === undefined) continue;
      const plain = those.reduce((sum, { tls }) => sum + tls.plain, 0);
      const known = those.reduce((sum, { tls }) => sum + tls.plain + tls.encrypted, 0);
      findings.add(
        'some',
        {
          plain: count(plain),
          known: count(known),
          ...placeOf(delivery, section, {
            label: { name: andMore(most.label.name, those.length - 1) },
          }),
          share: percent(plain, known),
        },
        { subject: label.id },
      );
    }
  },
});
