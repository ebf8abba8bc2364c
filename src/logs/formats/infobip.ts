import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** By the group of the status. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['PENDING', 'accepted'],
  ['ACCEPTED', 'accepted'],
  ['DELIVERED', 'delivered'],
  ['UNDELIVERABLE', 'bounced'],
  ['EXPIRED', 'expired'],
  ['REJECTED', 'dropped'],
]);
/** Errors by which Infobip did not try: suppressed, unsubscribed, bounced before (6001 to 6005, 6016 to 6021). */
const isNotTried = (code: number | undefined): boolean =>
  code !== undefined && ((code >= 6001 && code <= 6005) || (code >= 6016 && code <= 6021));
const SUPPRESSED: ReadonlySet<number> = new Set([6001, 6003, 6004]);

export default defineLogFormat({
  id: 'infobip',
  title: 'Infobip email delivery reports',
  service: 'infobip',
  shape: 'records',
  obtain: 'What the notify URL of an e-mail receives, or the answer of GET /email/1/reports and /email/1/logs',
  caveats: [
    'What was refused by the recipient’s server and what Infobip did not try are told apart by the number of the error',
    'Opens and clicks come in another form, and are not read',
  ],
  sources: [
    {
      label: 'Infobip, Email delivery reports',
      url: 'https://www.infobip.com/docs/email/email-over-api/email-api-delivery-reports',
    },
    {
      label: 'Infobip, Response status and error codes',
      url: 'https://www.infobip.com/docs/essentials/response-status-and-error-codes',
    },
  ],
  recognise: (record) =>
    kindOf(record) !== undefined && addressOf(record['to']) !== undefined && textAt(record, 'messageId') !== undefined
      ? 0.9
      : 0,
  read(record, sink, assumptions) {
    const told = kindOf(record);
    if (told === undefined || record['messageId'] === undefined) return false;
    const error = objectAt(record, 'error');
    const code = numberAt(error, 'id');
    const kind = told === 'bounced' && isNotTried(code) ? 'dropped' : told;
    const when = momentOf(record['doneAt'] ?? record['sentAt'], assumptions);
    const event = draftOf('infobip', kind, when, record['to'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'messageId') });
    const from = addressOf(record['from']);
    if (from !== undefined) event.from = from;
    addError(event, error);
    event.tags = tagsOf({ campaign: textAt(record, 'bulkId') });
    sink.event(event);
    return true;
  },
});

const kindOf = (record: JsonObject): EventKind | undefined =>
  KINDS.get(textAt(objectAt(record, 'status'), 'groupName') ?? '');

function addError(event: Draft, error: JsonObject | undefined): void {
  if (error === undefined || event.kind === 'accepted' || event.kind === 'delivered') return;
  const name = textAt(error, 'name')?.replace(/^EC_(?:EMAIL_)?/, '');
  if (name !== undefined && name !== 'NO_ERROR')
    event.espClass = SUPPRESSED.has(numberAt(error, 'id') ?? 0) ? `${name}/suppressed` : name;
  if (event.kind === 'bounced' && typeof error['permanent'] === 'boolean') event.permanent = error['permanent'];
}
