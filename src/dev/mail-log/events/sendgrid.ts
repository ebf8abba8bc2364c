import type { EventKind } from '../../../logs/event.ts';
import { AGENT, type EventService, hex, linkOf } from './sent.ts';

const WORDS: Readonly<Partial<Record<EventKind, string>>> = {
  accepted: 'processed',
  delivered: 'delivered',
  deferred: 'deferred',
  bounced: 'bounce',
  dropped: 'dropped',
  opened: 'open',
  clicked: 'click',
  complained: 'spamreport',
  unsubscribed: 'unsubscribe',
};

/** What the Event Webhook posts. */
export const sendgrid: EventService = {
  tells: new Set(Object.keys(WORDS) as EventKind[]),
  tellsMachines: true,
  write(sent, { kind, time, attempt, reply, machine }, random) {
    const isReader = kind === 'opened' || kind === 'clicked';
    return {
      email: sent.recipient,
      timestamp: Math.floor(time),
      'smtp-id': `<${sent.id.slice(0, 22)}@geopod-ismtpd-4>`,
      event: WORDS[kind],
      category: [sent.campaign, 'shop'],
      sg_event_id: hex(random, 32),
      sg_message_id: `${sent.id.slice(0, 22)}.recvd-7d5c9f-x2v4k-1-${sent.id.slice(22, 30)}-1B.0`,
      marketing_campaign_name: sent.campaign,
      marketing_campaign_id: 12_345_678,
      customer_number: wholeNumber(sent.id),
      ...(kind === 'delivered' && {
        response: sent.receiver.accepts(sent.id.slice(0, 16)),
        ip: '192.0.2.25',
        tls: 1,
        cert_err: 0,
      }),
      ...(kind === 'deferred' && { response: reply?.said, attempt: String(attempt), ip: '192.0.2.25', tls: 1 }),
      ...(kind === 'bounced' && {
        reason: reply?.said,
        status: reply?.enhanced,
        type: 'bounce',
        bounce_classification: 'Invalid Address',
        ip: '192.0.2.25',
        tls: 1,
      }),
      ...(kind === 'dropped' && { reason: 'Bounced Address', status: '5.0.0' }),
      ...(isReader && { useragent: AGENT, ip: '198.51.100.77', sg_content_type: 'html' }),
      ...(kind === 'opened' && { sg_machine_open: machine }),
      ...(kind === 'clicked' && { url: linkOf(sent), url_offset: { index: 3, type: 'html' } }),
    };
  },
};

/** A key of the sender's own. */
const wholeNumber = (id: string): number => Number.parseInt(id.slice(0, 7), 16);
