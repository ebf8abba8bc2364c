import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { momentOf } from '../json/time.ts';

/** What else than `created` and `email` stands in the entries of each list, and nothing besides: it would be somebody's own. */
const LISTS: ReadonlyMap<string, EventKind> = new Map([
  ['reason status', 'bounced'],
  ['reason', 'bounced'],
  ['ip', 'complained'],
]);

export default defineLogFormat({
  id: 'sendgrid-suppressions-json',
  title: 'SendGrid suppression lists, JSON',
  service: 'sendgrid',
  shape: 'records',
  failuresOnly: true,
  obtain:
    'The answers of SendGrid’s GET /v3/suppression/bounces, /blocks, /invalid_emails and /spam_reports, all of a list as it comes',
  caveats: [
    'An address stands in it once, with the last refusal; what was sent and accepted is not in it',
    'Which message it was is not told, so a bounce that the Event Webhook or the Email Activity tells as well counts twice: give one or the other',
    'The list of unsubscribes says nothing but addresses and times, and is not told from anybody’s',
  ],
  sources: [
    {
      label: 'Twilio SendGrid, Retrieve all bounces',
      url: 'https://twilio.com/docs/sendgrid/api-reference/bounces-api/retrieve-all-bounces',
    },
    {
      label: 'Twilio SendGrid, Retrieve all spam reports',
      url: 'https://www.twilio.com/docs/sendgrid/api-reference/spam-reports-api/retrieve-all-spam-reports',
    },
  ],
  recognise: (record) => (kindOf(record) === undefined || numberAt(record, 'created') === undefined ? 0 : 0.8),
  read(record, sink, assumptions) {
    const kind = kindOf(record);
    if (kind === undefined) return false;
    const when = momentOf(record['created'], assumptions);
    const event = draftOf('sendgrid-suppressions-json', kind, when, record['email'], { record, sink });
    if (event === undefined) return true;
    addQuotedReply(event, textAt(record, 'reason'));
    const status = textAt(record, 'status');
    if (status !== undefined) addStatus(event, status);
    // An address that cannot be one was never tried with a receiver, which could have answered.
    else if (kind === 'bounced') event.espClass = 'Invalid Address';
    sink.event(event);
    return true;
  },
});

function kindOf(record: JsonObject): EventKind | undefined {
  if (textAt(record, 'email')?.includes('@') !== true) return undefined;
  const others = Object.keys(record).filter((key) => key !== 'created' && key !== 'email');
  return LISTS.get(others.toSorted().join(' '));
}
