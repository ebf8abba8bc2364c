import { defineLogFormat } from '../format.ts';
import { kindOf } from '../mapping/row-kind.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import type { KindField } from '../mapping/mapping.ts';
import { tableOfStates } from '../mapping/table-of-states.ts';
import { anyReader } from '../mapping/time-format.ts';

const STATE: KindField = {
  column: 'last_event',
  values: {
    queued: 'accepted',
    sent: 'accepted',
    scheduled: 'ignored',
    canceled: 'ignored',
    delivered: 'delivered',
    // What the recipient did with it came after.
    opened: 'delivered',
    clicked: 'delivered',
    complained: 'delivered',
    delivery_delayed: 'deferred',
    bounced: 'bounced',
    failed: 'dropped',
    suppressed: 'dropped',
  },
};
const REACTION: KindField = {
  column: 'last_event',
  values: { opened: 'opened', clicked: 'clicked', complained: 'complained' },
  always: 'ignored',
};
const readTime = anyReader(undefined, 'YYYY-MM-DD');

export default defineLogFormat(
  tableOfStates(
    {
      id: 'resend-csv',
      title: 'Resend emails, CSV',
      service: 'resend',
      obtain: 'Resend: Emails, Export',
      caveats: [
        'A row is a message with its last event: all it tells stands at `created_at`, and what came before the last event is not told (delays, an open before a click)',
        'Why a mail bounced is not in this file; the webhooks and the API tell it',
        'Messages that wait for their hour, or were called off, are not counted',
        'Where `created_at` is a day, times of the day mean nothing, and UTC is assumed',
      ],
      sources: [
        { label: 'Resend, Exports as CSV', url: 'https://resend.com/changelog/exports-as-csv-in-beta' },
        { label: 'Resend, event types', url: 'https://resend.com/docs/webhooks/event-types' },
        { label: 'worldmonitor, which reads the export', url: 'https://github.com/koala73/worldmonitor' },
      ],
    },
    {
      name: 'resend-csv',
      input: 'table',
      time: { column: 'created_at' },
      kind: STATE,
      recipient: { column: 'to', separator: ',' },
      from: { column: 'from' },
      espId: { column: 'id' },
    },
    ifThere(0.95, 'id', 'created_at', 'subject', 'from', 'to', 'cc', 'bcc', 'reply_to', 'last_event'),
    (source) => [STATE, REACTION].map((kind) => ({ kind: kindOf({ kind }, source), readTime })),
  ),
);
