import { count, percent, plural } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';
import { placeOf } from '../places.ts';
import { areMany, minute, refusalsIn } from '../refusals.ts';

/** Single handshakes break for many reasons. */
const FEWEST = 10;
/** Fewer may be one message that is tried again and again. */
const RECIPIENTS = 3;

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
    failing: {
      level: 'warning',
      text: '{attempts} attempts of {stream} at {provider} failed over TLS ({share} of all there), last at {last}: {reply}',
    },
    waiting: {
      level: 'note',
      text: '{recipients} of {stream} at {provider} waited over TLS, {attempts} attempts long, last at {last}: {reply}',
    },
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
      name: 'one message that tries again and again',
      deliveries: Array.from({ length: 12 }, (_, hour) => ({
        kind: 'deferred' as const,
        reply: '454 4.7.5 Server certificate not verified',
        hours: [hour, hour] as const,
        ...(hour === 0 ? {} : { next: true as const }),
      })),
      zone: '',
      expect: ['waiting'],
    },
    {
      name: 'one that broke off',
      deliveries: [{ kind: 'deferred', reply: '454 4.7.5 Server certificate not verified' }],
      zone: '',
      expect: [],
    },
    {
      name: 'one of thousands that broke off, now and then',
      deliveries: [
        { kind: 'deferred', count: 12, reply: '454 4.7.0 TLS handshake failed' },
        { kind: 'delivered', count: 12, next: true },
        { kind: 'delivered', count: 6000 },
      ],
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
    for (const section of delivery.sections)
      for (const part of section.parts) {
        const refusals = refusalsIn(part.reasons, (reason) => reason.class === 'tls');
        if (refusals === undefined || refusals.attempts < FEWEST || !areMany(refusals, part)) continue;
        const { attempts, lastSeen, reason } = refusals;
        const figures = {
          attempts: count(attempts),
          ...placeOf(delivery, section, part),
          last: minute(lastSeen),
          reply: `“${reason.text}”`,
        };
        // All who waited, for whatever reason: at most so many did because of TLS.
        const recipients = Math.min(attempts, part.deferred.messages + part.bounced + part.expired);
        const tried = Math.max(attempts, part.accepted + part.bounced + part.deferred.attempts);
        const detail = { subject: section.label.id };
        if (recipients >= RECIPIENTS) findings.add('failing', { ...figures, share: percent(attempts, tried) }, detail);
        else findings.add('waiting', { ...figures, recipients: plural(recipients, 'recipient') }, detail);
      }
  },
});
