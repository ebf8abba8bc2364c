import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

/** Which event it is, the payload does not say: each has a time of its own. */
const TIMES: readonly (readonly [key: string, kind: EventKind])[] = [
  ['complainedAt', 'complained'],
  ['bouncedAt', 'bounced'],
  ['clickedAt', 'clicked'],
  ['openedAt', 'opened'],
  ['deliveredAt', 'delivered'],
  ['sentAt', 'accepted'],
];

export default defineLogFormat({
  id: 'plunk',
  title: 'Plunk',
  unlistedService: 'Plunk',
  shape: 'records',
  obtain:
    'What the Webhook step of a workflow receives that begins with an email event, its body left as Plunk makes it: one object to a line',
  caveats: [
    'The name of the event is not in the payload: it is known by the time that is there',
    'A transient bounce has no time but that of the workflow, and counts as given up: nothing tells that it is tried again',
    'Only the first open and the first click of a message are told, and not whether a person’s',
    'Subscriptions are passed over: their payload is that of any event that has no data',
  ],
  sources: [{ label: 'Plunk, Webhooks', url: 'https://docs.useplunk.com/guides/webhooks' }],
  recognise: (record) => (isOurs(record) && kindOf(record) !== undefined ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isOurs(record)) return false;
    const told = kindOf(record);
    if (told === undefined) return true;
    const event = draftOf('plunk', told.kind, momentOf(told.time, assumptions), toldOf(record, 'contact', 'email'), {
      record,
      sink,
    });
    if (event === undefined) return true;
    addMessage(event, objectAt(record, 'event'));
    sink.event(event);
    return true;
  },
});

const toldOf = (record: JsonObject, part: string, key: string): string | undefined =>
  textAt(objectAt(record, part), key);

const isOurs = (record: JsonObject): boolean =>
  toldOf(record, 'contact', 'email') !== undefined &&
  toldOf(record, 'workflow', 'id') !== undefined &&
  toldOf(record, 'execution', 'id') !== undefined &&
  objectAt(record, 'event') !== undefined;

/** Undefined for events that are of no mail. */
function kindOf(record: JsonObject): { readonly kind: EventKind; readonly time: unknown } | undefined {
  const event = objectAt(record, 'event');
  if (textAt(event, 'emailId') === undefined) return undefined;
  // What was sent and delivered before stands beside it.
  if (event?.['transientBounce'] === true)
    return { kind: 'bounced', time: event['bouncedAt'] ?? toldOf(record, 'execution', 'startedAt') };
  const [key, kind] = TIMES.find(([name]) => textAt(event, name) !== undefined) ?? [];
  return { kind: kind ?? 'accepted', time: event?.[key ?? ''] };
}

function addMessage(event: Draft, told: JsonObject | undefined): void {
  event.ids = idsOf({ esp: textAt(told, 'emailId') });
  const from = addressOf(told?.['from']);
  if (from !== undefined) event.from = from;
  event.tags = tagsOf({
    campaign: textAt(told, 'campaignId'),
    template: textAt(told, 'templateId'),
    type: textAt(told, 'sourceType')?.toLowerCase(),
  });
  const url = textAt(told, 'link');
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
  if (event.kind !== 'bounced') return;
  const type = textAt(told, 'bounceType');
  if (type !== undefined) event.espClass = type;
  event.permanent = told?.['transientBounce'] !== true && type !== 'Transient';
}
