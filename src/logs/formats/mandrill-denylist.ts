import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';

export default defineLogFormat(
  mappedTable(
    {
      id: 'mandrill-denylist',
      title: 'Mailchimp Transactional (Mandrill) rejection denylist, CSV',
      service: 'mandrill',
      failuresOnly: true,
      obtain: 'Mailchimp Transactional: the export of its rejection denylist (rejection blacklist)',
      caveats: [
        'An address stands in it once, with the last thing that happened; what was sent and accepted is not in it',
        'Addresses that somebody put on the list by hand (custom) are passed over',
        'Times have no zone, and are taken for UTC',
      ],
      sources: [
        {
          label: 'Mandrill API, rejects (reasons, times)',
          url: 'https://mandrillapp.com/api/docs/rejects.JSON.html',
        },
        {
          label: 'An export of it among SparkPost’s samples (columns)',
          url: 'https://github.com/SparkPost/java-sparkpost/pull/40/files',
        },
      ],
    },
    {
      name: 'mandrill-denylist',
      input: 'table',
      time: { column: 'last_event_at', zone: 'UTC' },
      kind: {
        column: 'reason',
        values: {
          'hard-bounce': 'hard-bounced',
          'soft-bounce': 'soft-bounced',
          spam: 'complained',
          unsub: 'unsubscribed',
          custom: 'ignored',
        },
      },
      recipient: { column: 'email' },
      diagnostic: { column: 'detail' },
      tags: { subaccount: { column: 'subaccount' } },
    },
    ifThere(0.95, 'email', 'reason', 'detail', 'created_at', 'last_event_at', 'expires_at'),
  ),
);
