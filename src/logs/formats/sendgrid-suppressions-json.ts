import { defineLogFormat } from '../format.ts';
import { numberAt, textAt } from '../json/at.ts';
import { mappedRecords } from '../mapping/mapped-format.ts';

/** With more keys it is somebody's own. */
const MOST_KEYS = 5;

export default defineLogFormat(
  mappedRecords(
    {
      id: 'sendgrid-suppressions-json',
      title: 'SendGrid bounces and blocks, JSON',
      service: 'sendgrid',
      failuresOnly: true,
      obtain: 'The answer of SendGrid’s GET /v3/suppression/bounces or /v3/suppression/blocks',
      caveats: [
        'An address stands in it once, with the last refusal; what was sent and accepted is not in it',
        'Which message it was is not told, so a bounce that the Event Webhook or the Email Activity tells as well counts twice: give one or the other',
      ],
      sources: [
        {
          label: 'Twilio SendGrid, Retrieve all bounces',
          url: 'https://twilio.com/docs/sendgrid/api-reference/bounces-api/retrieve-all-bounces',
        },
      ],
    },
    {
      name: 'sendgrid-suppressions-json',
      input: 'records',
      time: { column: 'created' },
      kind: { always: 'bounced' },
      recipient: { column: 'email' },
      diagnostic: { column: 'reason' },
      enhancedCode: { column: 'status' },
    },
    (record) =>
      numberAt(record, 'created') !== undefined &&
      textAt(record, 'email') !== undefined &&
      typeof record['reason'] === 'string' &&
      typeof record['status'] === 'string' &&
      Object.keys(record).length <= MOST_KEYS
        ? 0.8
        : 0,
  ),
);
