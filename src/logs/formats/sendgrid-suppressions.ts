import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';

const NAMES = ['status', 'reason', 'email', 'created'];
const recognise = ifThere(0.9, ...NAMES);

export default defineLogFormat(
  mappedTable(
    {
      id: 'sendgrid-suppressions',
      title: 'SendGrid bounces and blocks, CSV',
      service: 'sendgrid',
      failuresOnly: true,
      obtain:
        'SendGrid: Suppressions, Bounces or Blocks, exported as CSV (suppression_bounces.csv, suppression_blocks.csv)',
      caveats: [
        'An address stands in it once, with the last refusal; what was sent and accepted is not in it',
        'Bounces and blocks have the same columns: which of them a row is shows by its reply',
        'Which message it was is not told, so a bounce that the Event Webhook or the Email Activity tells as well counts twice: give one or the other',
      ],
      sources: [
        {
          label: 'Twilio SendGrid, Retrieve all bounces',
          url: 'https://twilio.com/docs/sendgrid/api-reference/bounces-api/retrieve-all-bounces',
        },
        {
          label: 'Twilio SendGrid, fields of a bounce',
          url: 'https://twilio.com/docs/sendgrid/v2-api/customer_subuser_api/subuser_bounces',
        },
      ],
    },
    {
      name: 'sendgrid-suppressions',
      input: 'table',
      time: { column: 'created' },
      kind: { always: 'bounced' },
      recipient: { column: 'email' },
      diagnostic: { column: 'reason' },
      enhancedCode: { column: 'status' },
    },
    // With more columns it is somebody's own.
    (columns) => (columns.length === NAMES.length ? recognise(columns) : 0),
  ),
);
