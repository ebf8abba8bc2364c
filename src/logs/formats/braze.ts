import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['Send', 'accepted'],
  ['Delivery', 'delivered'],
  ['Bounce', 'bounced'],
  ['SoftBounce', 'bounced'],
  ['Deferral', 'deferred'],
  ['Abort', 'dropped'],
  ['Open', 'opened'],
  ['Click', 'clicked'],
  ['MarkAsSpam', 'complained'],
  ['Unsubscribe', 'unsubscribed'],
]);
const EMAIL = 'users.messages.email.';
/** Events of telephones, of the users and of the campaigns. */
const OTHERS = /^users\./;

export default defineLogFormat({
  id: 'braze',
  title: 'Braze Currents',
  service: 'braze',
  shape: 'records',
  obtain:
    'What Currents hands out: the events that a custom HTTP connector receives, or files of users.messages.email.* as JSON, their event type in event_type',
  caveats: [
    'Send means that Braze has handed the message to the service that delivers it',
    'A soft bounce counts as given up: nothing tells that it will be tried again',
    'An open is a machine’s where machine_open says so; otherwise it is not known whose it is',
    'An Abort, by a template or in quiet hours, was never sent',
  ],
  sources: [
    {
      label: 'Braze, Message engagement events',
      url: 'https://www.braze.com/docs/user_guide/data_and_analytics/braze_currents/event_glossary/message_engagement_events/',
    },
  ],
  recognise: (record) =>
    KINDS.has(wordOf(record)) && textAt(toldIn(record), 'email_address') !== undefined ? 0.95 : 0,
  read(record, sink, assumptions) {
    const kind = KINDS.get(wordOf(record));
    if (kind === undefined) return OTHERS.test(typeOf(record)) && record['time'] !== undefined;
    const told = toldIn(record);
    const isDrop = kind === 'bounced' && (told['is_drop'] === true || told['is_drop'] === 'true');
    const event = draftOf(
      'braze',
      isDrop ? 'dropped' : kind,
      momentOf(record['time'], assumptions),
      recipientOf(record),
      {
        record,
        sink,
      },
    );
    if (event === undefined) return true;
    event.ids = idsOf({
      esp: [textAt(told, 'dispatch_id'), userOf(record)].filter(Boolean).join('/') || undefined,
      event: textAt(record, 'id'),
    });
    addMail(event, { sourceIp: told['sending_ip'] });
    addDetails(event, told, wordOf(record));
    event.tags = tagsOf({
      campaign: first(told, 'campaign_name', 'canvas_name', 'campaign_id', 'canvas_id'),
      'ip-pool': textAt(told, 'ip_pool'),
      domain: textAt(told, 'from_domain'),
      service: textAt(told, 'esp'),
    });
    sink.event(event);
    return true;
  },
});

const typeOf = (record: JsonObject): string => textAt(record, 'event_type') ?? textAt(record, 'name') ?? '';
function wordOf(record: JsonObject): string {
  const type = typeOf(record);
  return type.startsWith(EMAIL) ? type.slice(EMAIL.length) : '';
}

/** A connector has them under `properties`, a file beside the rest. */
const toldIn = (record: JsonObject): JsonObject => (isObject(record['properties']) ? record['properties'] : record);
const recipientOf = (record: JsonObject): unknown =>
  toldIn(record)['email_address'] ?? objectAt(record, 'user')?.['email_address'];
const userOf = (record: JsonObject): string | undefined =>
  textAt(record, 'user_id') ?? textAt(objectAt(record, 'user'), 'user_id');
const first = (told: JsonObject, ...keys: readonly string[]): string | undefined =>
  keys.map((key) => textAt(told, key)).find((text) => text !== undefined);

function addDetails(event: Draft, told: JsonObject, word: string): void {
  const { kind } = event;
  if (kind === 'bounced' || kind === 'deferred' || kind === 'dropped')
    addQuotedReply(event, first(told, 'bounce_reason', 'deferral_reason', 'abort_log'));
  if (kind === 'bounced') event.permanent = word === 'Bounce';
  if (kind === 'dropped') event.espClass = textAt(told, 'abort_type') ?? 'suppressed';
  // Written `"true"` by some connectors.
  if (kind === 'opened' && (told['machine_open'] === true || told['machine_open'] === 'true')) event.machine = true;
  const url = textAt(told, 'url');
  if (kind === 'clicked' && url !== undefined) event.url = url;
}
