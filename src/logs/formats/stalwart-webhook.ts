import { defineLogFormat } from '../format.ts';
import { textAt } from '../json/at.ts';
import { instantOf } from '../json/time.ts';
import { isStalwartEvent, stalwartEvents, tellsOfQueue } from '../stalwart/webhook.ts';

export default defineLogFormat({
  id: 'stalwart-webhook',
  title: 'Stalwart, webhooks',
  shape: 'entries',
  obtain:
    'What a webhook receives, one object to a line, with its events delivery.* and queue.*; at least delivery.delivered, delivery.dsn-success, delivery.dsn-temp-fail and delivery.dsn-perm-fail',
  caveats: [
    'Without queue.* there are no receptions, so no delay is known, nor how many messages there were',
    'Of delivery.dsn-temp-fail alone there is one only when a notice of the delay is due, not at each attempt',
    'Which host of several has sent it is not told',
  ],
  sources: [
    { label: 'Stalwart, Webhooks', url: 'https://stalw.art/docs/api/webhooks' },
    {
      label: 'Stalwart, crates/smtp/src/queue/dsn.rs',
      url: 'https://github.com/stalwartlabs/stalwart/blob/main/crates/smtp/src/queue/dsn.rs',
    },
  ],
  recognise: (record) => (isStalwartEvent(record) && tellsOfQueue(record) ? 0.95 : 0),
  firstTime(records) {
    for (const record of records) {
      const instant = instantOf(textAt(record, 'createdAt'), { latest: Number.POSITIVE_INFINITY });
      if (instant !== undefined) return instant.time;
    }
    return undefined;
  },
  open: stalwartEvents,
});
