import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { listAt, numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['SENT', 'accepted'],
  ['DELIVERED', 'delivered'],
  ['DEFERRED', 'deferred'],
  ['BOUNCE', 'bounced'],
  ['DROPPED', 'dropped'],
  ['MTA_DROPPED', 'dropped'],
  ['OPEN', 'opened'],
  ['CLICK', 'clicked'],
  ['SPAMREPORT', 'complained'],
]);
/** PROCESSED follows SENT, by the service that delivers; the others are reactions that no bounce or complaint is. */
const ASIDE = new Set(['PROCESSED', 'PRINT', 'FORWARD', 'UNBOUNCE']);
const isOurs = (word: string): boolean => KINDS.has(word) || ASIDE.has(word) || word === 'STATUSCHANGE';

export default defineLogFormat({
  id: 'hubspot-events-json',
  title: 'HubSpot marketing email events, JSON',
  service: 'hubspot',
  shape: 'records',
  obtain: 'The answer of HubSpot’s GET /email/public/v1/events, pages as they come, or one event to a line',
  caveats: [
    'SENT is taken in for sending; PROCESSED, which follows it, is passed over',
    'Events that HubSpot itself says a later one made obsolete are left out',
    'An open or click that the account’s filter sorts out (filteredEvent) is taken for a machine’s; of others it is not known whose they are',
  ],
  sources: [
    {
      label: 'HubSpot, Email events (legacy API)',
      url: 'https://developers.hubspot.com/docs/api-reference/legacy/email-analytics-v1/guide',
    },
  ],
  recognise: (record) =>
    isOurs(textAt(record, 'type') ?? '') &&
    textAt(record, 'recipient') !== undefined &&
    numberAt(record, 'created') !== undefined &&
    (record['portalId'] !== undefined || record['emailCampaignId'] !== undefined)
      ? 0.95
      : 0,
  read(record, sink, assumptions) {
    const word = textAt(record, 'type') ?? '';
    if (!isOurs(word) || record['recipient'] === undefined) return false;
    const kind = word === 'STATUSCHANGE' ? statusKind(record) : KINDS.get(word);
    if (kind === undefined || objectAt(record, 'obsoletedBy') !== undefined) return true;
    const event = draftOf('hubspot-events-json', kind, momentOf(record['created'], assumptions), record['recipient'], {
      record,
      sink,
    });
    if (event === undefined) return true;
    event.ids = idsOf({
      esp: textAt(objectAt(record, 'sentBy'), 'id') ?? (word === 'SENT' ? textAt(record, 'id') : undefined),
      event: textAt(record, 'id'),
    });
    const from = addressOf(record['from']);
    if (from !== undefined) event.from = from;
    addDetails(event, record);
    event.tags = tagsOf({ campaign: textAt(record, 'emailCampaignId'), subaccount: textAt(record, 'appName') });
    sink.event(event);
    return true;
  },
});

/** Of a subscription: told at once for all of them, or for each. */
function statusKind(record: JsonObject): EventKind | undefined {
  const states = [record, ...listAt(record, 'subscriptions').filter(isObject)].map(
    (one) => textAt(one, 'portalSubscriptionStatus') ?? textAt(one, 'status') ?? '',
  );
  if (states.some((state) => /^UNSUB/i.test(state))) return 'unsubscribed';
  return states.some((state) => /^(?:RE)?SUBSCRIBED/i.test(state)) ? 'subscribed' : undefined;
}

function addDetails(event: Draft, record: JsonObject): void {
  const attempt = numberAt(record, 'attempt');
  const url = textAt(record, 'url');
  if (event.kind === 'opened' || event.kind === 'clicked') {
    if (record['filteredEvent'] === true) event.machine = true;
    if (url !== undefined && event.kind === 'clicked') event.url = url;
    return;
  }
  if (attempt !== undefined && attempt > 0) event.attempt = attempt;
  addQuotedReply(event, textAt(record, 'response') ?? textAt(record, 'dropMessage'));
  addStatus(event, textAt(record, 'status'));
  const reason = textAt(record, 'category') ?? textAt(record, 'dropReason');
  if (reason !== undefined) event.espClass = reason;
}
