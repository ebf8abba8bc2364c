import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { utcOf } from '../json/time.ts';

/** Words are joined by `_` or by `-`, as it comes. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['email_sent', 'accepted'],
  ['sent', 'accepted'],
  ['delivered', 'delivered'],
  ['soft_bounce', 'deferred'],
  ['hard_bounce', 'bounced'],
  ['list_unsub', 'unsubscribed'],
  ['complaint', 'complained'],
  ['email_clicked', 'clicked'],
  ['email_opened', 'opened'],
]);

/** `REJECTED[capacity] (452 User quota exceeded)`: its own word, and the reply. */
const DETAILS = /^[A-Z]{4,20}(?:\[([^\]]{1,60})\])? \((.*)\)$/s;
/** Where no campaign was given. */
const NO_CAMPAIGN = 'default';

export default defineLogFormat({
  id: 'sweego',
  title: 'Sweego',
  shape: 'records',
  obtain: 'What a webhook receives (Webhooks, all e-mail events), one object or one array to a line',
  caveats: [
    'A soft bounce counts as deferred: nothing tells when Sweego gives up',
    'An open or click that came through a proxy counts as a machine’s',
    'Times of opens and clicks have no zone and are taken for UTC, as those of the other events are',
  ],
  sources: [
    { label: 'Sweego, webhooks', url: 'https://learn.sweego.io/' },
    {
      label: 'Anymail, what each event comes to',
      url: 'https://github.com/anymail/django-anymail/blob/main/anymail/webhooks/sweego.py',
    },
  ],
  recognise: (record) => (KINDS.has(wordOf(record)) && textAt(record, 'swg_uid') !== undefined ? 0.96 : 0),
  read(record, sink, assumptions) {
    const word = wordOf(record);
    // Messages to telephones, and mail that came in.
    if (textAt(record, 'swg_uid') !== undefined && (isOtherChannel(record) || word === 'email_inbound')) return true;
    const kind = KINDS.get(word);
    if (kind === undefined) return false;
    const event = draftOf('sweego', kind, utcOf(record['timestamp'], assumptions), record['recipient'], {
      record,
      sink,
    });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'swg_uid'), event: textAt(record, 'event_id') });
    const campaign = textAt(record, 'campaign_id');
    event.tags = tagsOf({
      campaign: campaign === NO_CAMPAIGN ? undefined : campaign,
      tag: textsAt(record, 'campaign_tags'),
      domain: textAt(record, 'domain_from'),
    });
    if (kind === 'opened' || kind === 'clicked') addEngagement(event, record);
    else if (kind !== 'unsubscribed' && kind !== 'complained') addDelivery(event, record);
    sink.event(event);
    return true;
  },
});

const wordOf = (record: JsonObject): string => (textAt(record, 'event_type') ?? '').replaceAll('-', '_');
const isOtherChannel = (record: JsonObject): boolean => (textAt(record, 'channel') ?? 'email') !== 'email';

function addDelivery(event: Draft, record: JsonObject): void {
  const details = textAt(record, 'details');
  const [, word, reply] = DETAILS.exec(details ?? '') ?? [];
  addQuotedReply(event, reply ?? details, numberAt(record, 'response_code'));
  if (word !== undefined) event.espClass = word;
  if (event.kind === 'deferred') event.permanent = false;
  else if (event.kind === 'bounced') event.permanent = true;
}

function addEngagement(event: Draft, record: JsonObject): void {
  const told = objectAt(record, event.kind === 'opened' ? 'open' : 'click');
  if (typeof told?.['proxy'] === 'boolean') event.machine = told['proxy'];
  const url = textAt(told, 'url');
  if (url !== undefined && event.kind === 'clicked') event.url = url;
}
