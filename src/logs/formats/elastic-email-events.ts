import type { EventKind } from '../event.ts';
import { defineLogFormat } from '../format.ts';
import { textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { utcOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['Submission', 'accepted'],
  ['Sent', 'delivered'],
  ['FailedAttempt', 'deferred'],
  ['Bounce', 'bounced'],
  ['Suppress', 'dropped'],
  ['Open', 'opened'],
  ['Click', 'clicked'],
  ['Unsubscribe', 'unsubscribed'],
  ['Complaint', 'complained'],
]);
const NO_MAILBOX = 'NoMailbox';

export default defineLogFormat({
  id: 'elastic-email-events',
  title: 'Elastic Email events',
  service: 'elastic-email',
  shape: 'records',
  obtain: 'The answers of Elastic Email’s GET /v4/events, or its export of events as JSON',
  caveats: [
    'Sent means that the recipient’s server accepted the message',
    'Times are in UTC; of categories only NoMailbox says that a bounce is for good',
  ],
  sources: [
    {
      label: 'Elastic Email API v4, Events',
      url: 'https://elasticemail.com/developers/api-documentation/rest-api#tag/Events',
    },
  ],
  recognise: (record) =>
    KINDS.has(textAt(record, 'EventType') ?? '') &&
    textAt(record, 'EventDate') !== undefined &&
    textAt(record, 'To') !== undefined &&
    textAt(record, 'MsgID') !== undefined
      ? 0.95
      : 0,
  read(record, sink, assumptions) {
    const kind = KINDS.get(textAt(record, 'EventType') ?? '');
    if (kind === undefined || record['MsgID'] === undefined) return false;
    const when = utcOf(record['EventDate'], assumptions);
    const event = draftOf('elastic-email-events', kind, when, record['To'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'MsgID') });
    addMail(event, { from: record['FromEmail'] });
    const category = textAt(record, 'MessageCategory');
    if (kind === 'bounced' || kind === 'deferred' || kind === 'dropped') {
      addQuotedReply(event, textAt(record, 'Message'));
      if (category !== undefined && category !== 'Unknown') event.espClass = category;
      if (kind === 'bounced' && category === NO_MAILBOX) event.permanent = true;
    }
    event.tags = tagsOf({ campaign: textAt(record, 'ChannelName'), 'ip-pool': textAt(record, 'PoolName') });
    sink.event(event);
    return true;
  },
});
