import { defineLogFormat } from '../format.ts';
import { textAt } from '../json/at.ts';
import { mappedRecords } from '../mapping/mapped-format.ts';

/** `address`, `code`, `error`, `created_at`, `MessageHash`. With more it is somebody's own. */
const MOST_KEYS = 6;

export default defineLogFormat(
  mappedRecords(
    {
      id: 'mailgun-bounces-json',
      title: 'Mailgun bounces, JSON',
      service: 'mailgun',
      failuresOnly: true,
      obtain: 'The answer of Mailgun’s GET /v3/{domain}/bounces',
      caveats: [
        'An address stands in it once, with its last bounce; soft bounces, and what was sent and accepted, are not in it',
        'Which message it was is not told, so a bounce that the webhooks or the Events API tell as well counts twice: give one or the other',
      ],
      sources: [
        {
          label: 'Mailgun, List all bounces',
          url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces',
        },
      ],
    },
    {
      name: 'mailgun-bounces-json',
      input: 'records',
      time: { column: 'created_at' },
      kind: { always: 'hard-bounced' },
      recipient: { column: 'address' },
      diagnostic: { column: 'error' },
      code: { column: 'code' },
    },
    (record) =>
      textAt(record, 'address')?.includes('@') === true &&
      ['code', 'error', 'created_at'].every((key) => record[key] !== undefined) &&
      Object.keys(record).length <= MOST_KEYS
        ? 0.8
        : 0,
  ),
);
