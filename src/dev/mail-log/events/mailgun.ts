import type { EventKind } from '../../../logs/event.ts';
import { AGENT, type EventService, type Happening, hex, linkOf, type Sent } from './sent.ts';

const WORDS: Readonly<Partial<Record<EventKind, string>>> = {
  accepted: 'accepted',
  delivered: 'delivered',
  deferred: 'failed',
  bounced: 'failed',
  expired: 'failed',
  dropped: 'failed',
  opened: 'opened',
  clicked: 'clicked',
  complained: 'complained',
  unsubscribed: 'unsubscribed',
};
const REASONS: Readonly<Partial<Record<EventKind, string>>> = {
  deferred: 'generic',
  bounced: 'bounce',
  expired: 'old',
  dropped: 'suppress-bounce',
};

/** Objects of the Events API. */
export const mailgun: EventService = {
  tells: new Set(Object.keys(WORDS) as EventKind[]),
  tellsMachines: true,
  write(sent, happening, random) {
    const { kind, time, machine } = happening;
    const isReader = kind === 'opened' || kind === 'clicked';
    return {
      event: WORDS[kind],
      id: hex(random, 22),
      timestamp: Math.round(time * 1e6) / 1e6,
      'log-level': REASONS[kind] === undefined ? 'info' : kind === 'deferred' ? 'warn' : 'error',
      recipient: sent.recipient,
      'recipient-domain': sent.receiver.domain,
      tags: [sent.campaign],
      campaigns: [],
      'user-variables': { customer: sent.id.slice(0, 8), segment: { name: 'lamps', score: 0.75 } },
      message: {
        headers: {
          to: sent.recipient,
          'message-id': `${sent.id.slice(0, 24)}@mg.shop.example`,
          from: 'Shop <news@shop.example>',
          subject: `Lamps for ${sent.campaign}`,
        },
        attachments: [],
        size: 24_000 + sent.recipient.length,
      },
      ...(isReader && {
        ip: '198.51.100.77',
        geolocation: { country: 'DE', region: 'BE', city: 'Berlin' },
        'client-info': {
          'client-name': 'Mobile Safari',
          'client-os': 'iOS',
          'user-agent': AGENT,
          ...(kind === 'opened' && { bot: machine === true ? 'apple' : '' }),
        },
        ...(kind === 'clicked' && { url: linkOf(sent) }),
      }),
      ...deliveryOf(sent, happening),
    };
  },
};

function deliveryOf({ receiver, id, time: sent }: Sent, { kind, time, attempt, reply }: Happening): object {
  const isAttempt = kind === 'delivered' || REASONS[kind] !== undefined;
  const flags = { 'is-authenticated': true, 'is-routed': false, 'is-system-test': false, 'is-test-mode': false };
  if (!isAttempt) return { flags };
  return {
    envelope: { transport: 'smtp', sender: `bounce+${id.slice(0, 12)}@mg.shop.example`, 'sending-ip': '192.0.2.25' },
    flags,
    ...(REASONS[kind] !== undefined && {
      severity: kind === 'deferred' ? 'temporary' : 'permanent',
      reason: REASONS[kind],
    }),
    'delivery-status':
      kind === 'dropped'
        ? { code: 605, message: '', description: 'Not delivering to previously bounced address', 'attempt-no': 1 }
        : {
            code: reply?.code ?? 250,
            message: reply?.said ?? receiver.accepts(id.slice(0, 16)),
            description: '',
            'attempt-no': attempt,
            'mx-host': receiver.mx,
            'session-seconds': Math.round((time - sent) * 1000) / 1000,
            tls: true,
            utf8: true,
            'certificate-verified': true,
          },
  };
}
