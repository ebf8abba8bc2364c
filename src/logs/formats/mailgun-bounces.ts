import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';

const recognise = ifThere(0.9, 'address', 'code', 'error', 'created_at');
/** `tags`, where there are some. */
const MOST_COLUMNS = 5;

export default defineLogFormat(
  mappedTable(
    {
      id: 'mailgun-bounces',
      title: 'Mailgun bounces, CSV',
      service: 'mailgun',
      failuresOnly: true,
      obtain:
        'Mailgun: its list of bounces (Suppressions) as CSV, in the columns in which its API takes such a list in',
      caveats: [
        'An address stands in it once, with its last bounce; soft bounces, and what was sent and accepted, are not in it',
        'Which message it was is not told, so a bounce that the webhooks or the Events API tell as well counts twice: give one or the other',
      ],
      sources: [
        {
          label: 'Mailgun, Import list of bounces (columns)',
          url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces/post-v3--domainid--bounces-import',
        },
      ],
    },
    {
      name: 'mailgun-bounces',
      input: 'table',
      time: { column: 'created_at' },
      kind: { always: 'hard-bounced' },
      recipient: { column: 'address' },
      diagnostic: { column: 'error' },
      code: { column: 'code' },
    },
    (columns) => (columns.length <= MOST_COLUMNS ? recognise(columns) : 0),
  ),
);
