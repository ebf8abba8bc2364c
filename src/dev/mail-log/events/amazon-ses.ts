import type { EventKind } from '../../../logs/event.ts';
import { AGENT, type EventService, type Happening, hex, isoTime, linkOf, type Sent } from './sent.ts';

const WORDS: Readonly<Partial<Record<EventKind, string>>> = {
  accepted: 'Send',
  delivered: 'Delivery',
  deferred: 'DeliveryDelay',
  bounced: 'Bounce',
  dropped: 'Bounce',
  opened: 'Open',
  clicked: 'Click',
  complained: 'Complaint',
};

/** What a configuration set publishes. Its headers are those of a short message. */
export const amazonSes: EventService = {
  tells: new Set(Object.keys(WORDS) as EventKind[]),
  tellsMachines: false,
  write: (sent, happening, random) => ({
    eventType: WORDS[happening.kind],
    mail: {
      timestamp: isoTime(sent.time),
      source: 'Shop <news@shop.example>',
      sourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/shop.example',
      sendingAccountId: '123456789012',
      messageId: sent.id,
      destination: [sent.recipient],
      headersTruncated: false,
      headers: [
        { name: 'From', value: 'Shop <news@shop.example>' },
        { name: 'To', value: sent.recipient },
        { name: 'Subject', value: `Lamps {${sent.campaign}} for "you"` },
      ],
      commonHeaders: { from: ['Shop <news@shop.example>'], to: [sent.recipient], messageId: sent.id },
      tags: { 'ses:configuration-set': ['shop'], 'ses:from-domain': ['shop.example'], campaign: [sent.campaign] },
    },
    ...partOf(sent, happening, () => `${hex(random, 16)}-${hex(random, 8)}`),
  }),
};

function partOf(sent: Sent, { kind, time, attempt, reply }: Happening, feedbackId: () => string): object {
  const timestamp = isoTime(time);
  const to = { emailAddress: sent.recipient };
  const reader = { timestamp, ipAddress: '198.51.100.77', userAgent: AGENT };
  switch (kind) {
    case 'accepted':
      return { send: {} };
    case 'delivered':
      return {
        delivery: {
          timestamp,
          processingTimeMillis: Math.round((time - sent.time) * 1000),
          recipients: [sent.recipient],
          smtpResponse: sent.receiver.accepts(sent.id.slice(0, 16)),
          reportingMTA: 'a7-12.smtp-out.eu-west-1.amazonses.com',
        },
      };
    case 'deferred':
      return {
        deliveryDelay: {
          delayType: 'TransientCommunicationFailure',
          expirationTime: isoTime(sent.time + 50_400),
          delayedRecipients: [{ ...to, status: reply?.enhanced, diagnosticCode: `smtp; ${reply?.said} #${attempt}` }],
          timestamp,
        },
      };
    case 'bounced':
    case 'dropped':
      return {
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: kind === 'dropped' ? 'OnAccountSuppressionList' : 'General',
          bouncedRecipients: [
            {
              ...to,
              action: 'failed',
              ...(reply && { status: reply.enhanced, diagnosticCode: `smtp; ${reply.said}` }),
            },
          ],
          timestamp,
          feedbackId: feedbackId(),
          reportingMTA: 'dns; a7-12.smtp-out.eu-west-1.amazonses.com',
        },
      };
    case 'complained':
      return {
        complaint: { complainedRecipients: [to], timestamp, feedbackId: feedbackId(), complaintFeedbackType: 'abuse' },
      };
    case 'clicked':
      return { click: { ...reader, link: linkOf(sent), linkTags: { block: ['header'] } } };
    default:
      return { open: reader };
  }
}
