import { expect, test } from 'vitest';
import { logFormats } from '../../../src/logs/formats/all.ts';
import { headOf, recogniseLog } from '../../../src/logs/recognise.ts';

const email = 'ann@example.com';
const at = '2026-11-09T10:00:00Z';

/** What looks like an event of a service at a glance, by who has written it. */
const STRANGERS: Readonly<Record<string, unknown>> = {
  'a parcel': { event: 'delivered', email, timestamp: 1_794_218_400, order: 5, carrier: 'Post' },
  'an app that counts clicks': { event: 'click', email, time: 1_794_218_400, button: 'buy' },
  'a shop’s customer': { id: 'evt_1', object: 'event', type: 'customer.created', data: { object: { email } } },
  'a service of events under data.object': {
    event_id: 'evt_1',
    type: 'email.bounced',
    data: { object: { id: 'em_1', from: 'shop@example.com', to: email, status: 'bounced', created_at: at } },
  },
  'a notification hub': {
    type: 'message.delivered',
    created_at: at,
    data: { id: 'm', recipient: 'u', status: 'sent' },
  },
  'a CRM': { event: 'subscriber.bounced', data: { subscriber: { email } }, occurred_at: at },
  'a bounce under its own name': { type: 'bounce', bounce: { date: 1_794_218_400, email, type: 'hard' } },
  'a log of an app': {
    level: 'info',
    ts: at,
    msg: 'email sent',
    to: email,
    status: 'sent',
    messageId: '<a@example.com>',
  },
  'a sign-in': { eventType: 'user.session.start', actor: { alternateId: email }, published: at, uuid: '1' },
  'another table of Defender’s': {
    category: 'AdvancedHunting-EmailUrlInfo',
    properties: { NetworkMessageId: 'x', Url: 'https://shop.example', Timestamp: at },
  },
  'another record of Google Workspace': { time_usec: '1794218400000000', email, record_type: 'drive', drive: {} },
  'a text message of Pinpoint’s': { event_type: '_SMS.SUCCESS', event_timestamp: 1_794_218_400_000, attributes: {} },
  'a push of MoEngage’s': { event_code: 'n_i_s', event_time: 1_794_218_400, email_id: email, event_attributes: {} },
  'a chat in CloudEvents': {
    specversion: '1.0',
    type: 'message.opened',
    source: '/chat/rooms',
    time: at,
    data: { object: { message_id: 'm', room: 'r' } },
  },
  'a suppression of Mailtrap’s': {
    id: 's',
    type: 'unsubscription',
    created_at: at,
    email,
    sending_stream: 'transactional',
    message_sender_email: 'shop@example.com',
  },
  'a subscriber of Campaign Monitor’s': {
    EmailAddress: email,
    ListID: '5',
    Date: '2026-11-09 10:00:00',
    State: 'Active',
  },
  'a subscriber of listmonk’s': { id: 1, uuid: 'u', email, created_at: at, status: 'enabled', lists: [] },
  'an agent’s step': { type: 'event', event_type: 'message.sent', event_id: 'e', payload: { text: 'hi' } },
  'a queue of messages': { event: 'messageSent', account: '7', date: at, queue: 'q' },
  'a message of MailSlurp’s that came in': { messageId: 'm', webhookId: 'w', eventName: 'NEW_EMAIL', createdAt: at },
  'a text message of Bird’s': {
    type: 'sms.delivered',
    timestamp: at,
    data: { sms_id: 's', workspace_id: 'w', to: '+1' },
  },
  'mail that came in at Bird': {
    type: 'email.received',
    timestamp: at,
    data: { inbound_message_id: 'i', workspace_id: 'w', from: email, to: [email] },
  },
  'a bucket at Cloudflare': { type: 'cf.r2.bucket.created', source: { type: 'r2' }, payload: {}, metadata: {} },
  'another webhook with a list': { webhook_name: 'w', webhook_id: '1', action: 'contact_created', data: [{ email }] },
  'a contact of another service’s': { id: 'e', type: 'contact.opened', occurred_at: at, contact: { email } },
  'a click on a brand’s page': {
    type: 'click',
    brand_id: 'b',
    click: { date: 1_794_218_400, url: 'https://a.example' },
  },
  'a parcel, as CM.com writes its mail': {
    Type: 'Delivered',
    CreatedAt: at,
    MessageId: 'm',
    Data: { To: 'Ann', Parcel: '5' },
  },
  'an email event of Resend’s kind without its id': { type: 'email.sent', createdAt: at, data: { to: [email] } },
  'an outreach tool’s step': { event_type: 'EMAIL_SENT', timestamp: at, sequence: 1 },
  'a step of another outreach tool’s': {
    event: 'EMAIL_SENT',
    timestamp: at,
    campaign_id: 1,
    campaign_name: 'c',
    lead_email: email,
    user_webhook_id: '1',
  },
  'a contact event of another CRM’s': { type: 'contact_added', contact: { email }, account: { id: 'a' }, event: {} },
  'a job’s status': { id: '5', mid: '7', status: 'PROCESSED', timestamp: 1_794_218_400 },
  'a subscriber event of another newsletter’s': { type: 'subscriber.bounced', timestamp: at, data: { email } },
  'a form with a type': { type: 'open', email, date: at },
  'a form of Mautic’s': { 'mautic.form_on_submit': [{ submission: { id: 5 }, timestamp: at }] },
  'a delivery of a shop': { event_type: 'delivered', event_id: 'e', event_time: 1_794_218_400, order_id: 5 },
  'another log of Oracle Cloud’s': {
    type: 'com.oraclecloud.vcn.flowlogs.DataEvent',
    time: at,
    data: { action: 'ACCEPT' },
  },
};

test.each(Object.keys(STRANGERS))('%s is no event of any service', (name) => {
  const lines = Array.from({ length: 3 }, () => `${JSON.stringify(STRANGERS[name])}\n`).join('');
  expect(recogniseLog(headOf(Buffer.from(lines)), logFormats)?.id).toBeUndefined();
});

test.each([
  'Order,Email,Status,Date\n1,ann@example.com,delivered,2026-11-09\n',
  'Id,Email,Status,Created At,Reason\n1,ann@example.com,bounced,2026-11-09T10:00:00Z,550\n',
  'Date,Recipient,From,Subject,Status,Tags\n2026-11-09,ann@example.com,help@example.com,Hi,open,vip\n',
])('a table of something else is nobody’s: %s', (text) => {
  expect(recogniseLog(headOf(Buffer.from(text)), logFormats)?.id).toBeUndefined();
});

test('an event of SendGrid’s without its ids is known by what else it says', () => {
  const whose = (event: object): string | undefined =>
    recogniseLog(headOf(Buffer.from(`${JSON.stringify(event)}\n`)), logFormats)?.id;
  const plain = { email, timestamp: 1_794_218_400 };
  expect(whose({ ...plain, event: 'click', url: 'https://shop.example' })).toBe('sendgrid');
  expect(whose({ ...plain, event: 'spamreport' })).toBe('sendgrid');
  expect(whose({ ...plain, event: 'spamreport', category: 'news', uid: '7' })).toBe('sendgrid');
});
