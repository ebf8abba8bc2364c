import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';

export default defineLogFormat(
  mappedTable(
    {
      id: 'mandrill-csv',
      title: 'Mailchimp Transactional (Mandrill) activity, CSV',
      service: 'mandrill',
      obtain:
        'Mailchimp Transactional: Outbound, Activity, Export; or the API call exports/activity, activity.csv in its archive',
      caveats: [
        'A row is a message with its state of now, not an event: its time is that of sending, and a message whose state is `sent` is taken for delivered',
        'When a message was opened or clicked is not told, only how often: these rows are not counted as opens and clicks',
        'Times have no zone, and are taken for UTC',
      ],
      sources: [
        {
          label: 'Mailchimp Transactional, Activity and Reports',
          url: 'https://www.mailchimp.com/developer/transactional/docs/activity-reports/',
        },
        { label: 'Columns of the export, as Kondado reads them', url: 'https://kondado.io/wiki/en/a/mandrill' },
      ],
    },
    {
      name: 'mandrill-csv',
      input: 'table',
      time: { column: 'Date', zone: 'UTC' },
      kind: {
        column: 'Status',
        values: {
          sent: 'delivered',
          delivered: 'delivered',
          queued: 'accepted',
          scheduled: 'accepted',
          deferred: 'deferred',
          bounced: 'hard-bounced',
          'hard-bounced': 'hard-bounced',
          'soft-bounced': 'soft-bounced',
          rejected: 'dropped',
          invalid: 'dropped',
          spam: 'complained',
          unsub: 'unsubscribed',
        },
      },
      recipient: { column: ['Email Address', 'Recipient'] },
      from: { column: ['Sender', 'From Address'] },
      diagnostic: { column: 'Bounce Detail' },
      espId: { column: 'Message ID' },
      tags: { tag: { column: 'Tags' }, subaccount: { column: 'Subaccount' } },
    },
    (columns) =>
      Math.max(
        ...['Email Address', 'Recipient'].map((recipient) =>
          ifThere(0.9, 'Date', recipient, 'Status', 'Tags', 'Opens', 'Clicks', 'Bounce Detail')(columns),
        ),
      ),
  ),
);
