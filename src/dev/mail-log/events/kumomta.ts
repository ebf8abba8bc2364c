import type { EventKind } from '../../../logs/event.ts';
import { type EventService, hex, type Sent } from './sent.ts';

const WORDS: Readonly<Partial<Record<EventKind, string>>> = {
  accepted: 'Reception',
  delivered: 'Delivery',
  deferred: 'TransientFailure',
  bounced: 'Bounce',
  expired: 'Expiration',
  complained: 'Feedback',
};

/** Lines of its log segments. */
export const kumomta: EventService = {
  tells: new Set(Object.keys(WORDS) as EventKind[]),
  tellsMachines: false,
  write(sent, { kind, time, attempt, reply }, random) {
    const isAttempt = kind === 'delivered' || kind === 'deferred' || kind === 'bounced';
    const common = {
      type: WORDS[kind],
      id: sent.id,
      sender: `bounce-${sent.id.slice(0, 8)}@mail.shop.example`,
      recipient: kind === 'complained' ? 'fbl@mail.shop.example' : sent.recipient,
      queue: `${sent.campaign}:shop@${sent.receiver.domain}`,
      site: isAttempt ? `shop->(mx1|mx2).${sent.receiver.mx}@smtp_client` : '',
      size: 18_000 + sent.recipient.length,
      timestamp: Math.floor(time),
      created: Math.floor(sent.time),
      event_time: Math.round(time * 1e6) / 1e6,
      created_time: Math.round(sent.time * 1e6) / 1e6,
      nodeid: '557f3ad4-2c8c-11ee-976e-782d7e12e173',
      num_attempts: kind === 'accepted' ? 0 : attempt - 1,
    };
    if (kind === 'complained') return { ...common, feedback_report: feedbackOn(sent) };
    return {
      ...common,
      response: {
        code: kind === 'accepted' ? 250 : kind === 'expired' ? 551 : (reply?.code ?? 250),
        enhanced_code: enhanced(kind === 'expired' ? '5.4.7' : reply?.enhanced),
        content: kind === 'accepted' ? '' : (reply?.said ?? sent.receiver.accepts(sent.id.slice(0, 16))),
        command: isAttempt ? '.' : null,
      },
      peer_address: isAttempt ? { name: `${sent.receiver.mx}.`, addr: sent.receiver.ip } : null,
      bounce_classification: kind === 'bounced' ? 'InvalidRecipient' : 'Uncategorized',
      egress_pool: isAttempt ? 'shop' : null,
      egress_source: isAttempt ? 'ip1' : null,
      feedback_report: null,
      headers: { 'X-Campaign': sent.campaign, Subject: 'Lamps for you' },
      meta: { tenant: 'shop' },
      delivery_protocol: isAttempt ? 'ESMTP' : null,
      reception_protocol: 'ESMTP',
      ...(isAttempt && {
        source_address: { address: '192.0.2.25:0', server: null },
        tls_cipher: 'TLS_AES_256_GCM_SHA384',
        tls_protocol_version: 'TLSv1.3',
        session_id: hex(random, 32),
        provider_name: sent.receiver.domain,
      }),
    };
  },
};

function enhanced(code: string | undefined): object | null {
  if (code === undefined) return null;
  const [level, subject, detail] = code.split('.').map(Number);
  return { class: level, subject, detail };
}

const feedbackOn = (sent: Sent): object => ({
  feedback_type: 'abuse',
  user_agent: 'FBL/1.0',
  version: 1,
  original_mail_from: `bounce-${sent.id.slice(0, 8)}@mail.shop.example`,
  original_rcpto_to: [sent.recipient],
  source_ip: '192.0.2.25',
  original_message: `From: Shop <news@shop.example>\nMessage-ID: <${sent.id}@shop.example>\nSubject: Lamps\n`,
  supplemental_trace: { recipient: sent.recipient },
});
