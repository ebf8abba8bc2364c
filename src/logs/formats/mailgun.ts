import { defineLogFormat } from '../format.ts';
import { isMailgun, mailgunEvent, mailgunKind, readMailgun } from '../mailgun/read.ts';

export default defineLogFormat({
  id: 'mailgun',
  title: 'Mailgun',
  service: 'mailgun',
  shape: 'records',
  obtain:
    'Pages of the Events API or Logs API (their items), saved as they come, or the bodies that its webhooks post; they are kept for 1 to 30 days by plan. Form fields of the webhooks before 2018, where they were stored as JSON',
  caveats: [
    'The id of an event is unique within one day only',
    'A delayed bounce comes after the message was delivered: both stand',
    'Bots are told by client-info.bot; events without it cannot tell',
    'accepted also stands for mail that came in by a route',
  ],
  sources: [
    {
      label: 'Mailgun, event structure',
      url: 'https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure',
    },
    {
      label: 'Mailgun, open and click bot detection',
      url: 'https://documentation.mailgun.com/docs/mailgun/user-manual/tracking-messages/open-click-bot-detect',
    },
    {
      label: 'Mailgun, legacy webhooks',
      url: 'https://help.mailgun.com/hc/en-us/articles/14048832145051-Legacy-Webhooks',
    },
  ],
  recognise(record) {
    const event = mailgunEvent(record);
    if (typeof event['event'] !== 'string' || mailgunKind(event) === undefined) return 0;
    if (event !== record) return 0.97;
    if (isMailgun(record)) return 0.95;
    if (typeof record['token'] === 'string' && typeof record['signature'] === 'string') return 0.8;
    // Nobody else counts seconds with a fraction.
    const { timestamp, recipient } = record;
    return typeof timestamp === 'number' && !Number.isInteger(timestamp) && typeof recipient === 'string' ? 0.4 : 0;
  },
  read: readMailgun,
});
