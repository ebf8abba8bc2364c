import { count, percent } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

const FEWEST = 20;

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
      text: '{plain} of {known} messages of {stream} to {provider} went without TLS ({share}), which it offers',
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
      name: 'TLS everywhere',
      deliveries: [{ kind: 'delivered', count: 40, to: 'gmail.com', tls: 'TLSv1.3' }],
      zone: '',
      expect: [],
    },
    { name: 'a log that does not tell', deliveries: [{ kind: 'delivered', count: 40 }], zone: '', expect: [] },
  ],
  evaluate({ delivery }, findings) {
    for (const { label, parts, tls: whole } of delivery.sections) {
      if (whole.encrypted === 0 && whole.plain >= FEWEST) {
        findings.add('all', { known: count(whole.plain), stream: label.name }, { subject: label.id });
        continue;
      }
      for (const { label: provider, tls, isKnown } of parts) {
        if (!isKnown || tls.plain < FEWEST || tls.encrypted === 0) continue;
        const known = tls.encrypted + tls.plain;
        findings.add(
          'some',
          {
            plain: count(tls.plain),
            known: count(known),
            stream: label.name,
            provider: provider.name,
            share: percent(tls.plain, known),
          },
          { subject: label.id },
        );
      }
    }
  },
});
