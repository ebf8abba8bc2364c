import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, objectsAt, textAt } from '../json/at.ts';
import { addByKind } from '../json/by-kind.ts';
import { draftOf } from '../json/draft.ts';
import { ipOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** `undefined`: what is said of a whole message, or on the way. */
const KINDS: ReadonlyMap<string, EventKind | undefined> = new Map([
  ['email.scheduled', undefined],
  ['email.canceled', undefined],
  ['email.accepted', 'accepted'],
  ['email.processed', undefined],
  ['email.delivered', 'delivered'],
  ['email.deferred', 'deferred'],
  ['email.bounced', 'bounced'],
  ['email.out_of_band_bounce', 'bounced'],
  ['email.rejected', 'dropped'],
  ['email.complained', 'complained'],
  ['email.opened', 'opened'],
  ['email.clicked', 'clicked'],
  ['email.unsubscribed', 'unsubscribed'],
  ['email.list_unsubscribed', 'unsubscribed'],
]);
/** Mail that came in, other channels, domains and lists. */
const ASIDE =
  /^(?:email\.received|email_\w+\.\w+|(?:sms|whatsapp|domain|preference|verify|voice_call)(?:_\w+)?\.[\w.]+)$/;

export default defineLogFormat({
  id: 'bird',
  title: 'Bird',
  service: 'bird',
  shape: 'records',
  obtain: 'What a webhook receives (Developers, Webhooks, all events email.*), one object to a line',
  caveats: [
    'The events of api.bird.com of before 2026 are SparkPost’s, and read as such',
    'Neither the sender nor the host that answered is told; of a deferral the reason only, and no code',
    'bounce_type block, admin and undetermined say nothing about whether it is for good',
    'Webhooks do not tell whether a person or a machine opened; the interface does (is_prefetched)',
    'The id of the event is in the header webhook-id, not in the body',
  ],
  sources: [
    { label: 'Bird, email events reference', url: 'https://bird.com/docs/guides/email/events' },
    {
      label: 'Bird’s client for TypeScript, the fields of each event',
      url: 'https://github.com/messagebird/bird-sdk-typescript',
    },
  ],
  recognise: (record) => (isOurs(record) && KINDS.has(textAt(record, 'type') ?? '') ? 0.96 : 0),
  read(record, sink, assumptions) {
    const word = textAt(record, 'type') ?? '';
    const data = objectAt(record, 'data');
    if (data === undefined) return false;
    if (ASIDE.test(word)) return true;
    if (!isOurs(record) || !KINDS.has(word)) return false;
    const kind = KINDS.get(word);
    if (kind === undefined) return true;
    const event = draftOf('bird', kind, momentOf(record['timestamp'], assumptions), data['recipient'], {
      record,
      sink,
    });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(data, 'email_id') });
    event.tags = tagsOf(senderTags(data));
    addByKind(event, data, { engagement: addEngagement, delivery: addDelivery });
    sink.event(event);
    return true;
  },
});

const isOurs = (record: JsonObject): boolean => {
  const data = objectAt(record, 'data');
  return textAt(data, 'email_id') !== undefined && textAt(data, 'workspace_id') !== undefined;
};

/** Pairs of a name and a value. */
function senderTags(data: JsonObject): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const tag of objectsAt(data, 'tags')) {
    const name = textAt(tag, 'name');
    if (name !== undefined) tags[name.toLowerCase()] = textAt(tag, 'value') ?? '';
  }
  return tags;
}

function addEngagement(event: Draft, data: JsonObject): void {
  const url = textAt(data, 'url');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
}

function addDelivery(event: Draft, data: JsonObject): void {
  const ip = ipOf(data['sending_ip']);
  if (ip !== undefined) event.sourceIp = ip;
  addQuotedReply(event, textAt(data, 'bounce_description') ?? textAt(data, 'defer_reason'));
  addStatus(event, textAt(data, 'bounce_code'));
  const type = textAt(data, 'bounce_type');
  const word = textAt(data, 'rejection_reason') ?? type;
  if (word !== undefined) event.espClass = word;
  if (event.kind !== 'bounced') return;
  if (type === 'hard') event.permanent = true;
  else if (type === 'soft') event.permanent = false;
}
