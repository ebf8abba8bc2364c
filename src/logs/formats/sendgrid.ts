import type { EventKind } from '../event.ts';
import { defineLogFormat } from '../format.ts';
import { readSendgrid, sendgridKind } from '../sendgrid/read.ts';

/** Every event of SendGrid's has some of these; nobody else's has. */
const OWN = ['sg_event_id', 'sg_message_id', 'smtp-id'];
/** Of an event that was kept without them: whatever else it has may be the sender's, or it may be an order's delivery. */
const BESIDE = [
  'category',
  'url',
  'useragent',
  'ip',
  'response',
  'reason',
  'status',
  'attempt',
  'type',
  'tls',
  'asm_group_id',
  'newsletter',
];
const BARE = 3;

export default defineLogFormat({
  id: 'sendgrid',
  title: 'SendGrid',
  service: 'sendgrid',
  shape: 'records',
  obtain:
    'What the Event Webhook posts (Settings › Mail Settings › Event Webhook): keep each request’s body, or what a queue or bucket behind it has stored. SendGrid itself keeps no file of them',
  caveats: [
    'An event may come several times, with the same sg_event_id; a bounce that comes later may have no sg_message_id, and counts by itself then, beside the acceptance',
    'A bounce of the type blocked is final for the message, and says nothing against the address; one with a temporary code was deferred for 72 hours before',
    'Apple’s prefetching is told by sg_machine_open, on opens only; other proxies and scanners are not told',
    'Unique arguments are not read: they are keys of your own among SendGrid’s',
  ],
  sources: [
    {
      label: 'Twilio SendGrid, Event Webhook reference',
      url: 'https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event',
    },
  ],
  recognise(record) {
    const { event, email, timestamp } = record;
    if (typeof event !== 'string' || timestamp === undefined) return 0;
    const kind: EventKind | 'known' | undefined = sendgridKind(event);
    if (OWN.some((key) => key in record)) return kind === undefined ? 0.6 : 0.95;
    const isLike = BESIDE.some((key) => key in record) || Object.keys(record).length === BARE;
    return kind !== undefined && typeof email === 'string' && isLike ? 0.5 : 0;
  },
  read: readSendgrid,
});
