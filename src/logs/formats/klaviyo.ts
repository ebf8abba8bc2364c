import type { Draft, EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt } from '../json/at.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { tagsOf } from '../json/tags.ts';
import { telling } from '../json/telling.ts';

/** By the name of the metric. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['Received Email', 'delivered'],
  ['Bounced Email', 'bounced'],
  ['Dropped Email', 'dropped'],
  ['Opened Email', 'opened'],
  ['Clicked Email', 'clicked'],
  ['Marked Email as Spam', 'complained'],
  ['Unsubscribed', 'unsubscribed'],
  ['Unsubscribed from Email Marketing', 'unsubscribed'],
  ['Unsubscribed from List', 'unsubscribed'],
  ['Subscribed to Email Marketing', 'subscribed'],
  ['Subscribed to List', 'subscribed'],
]);

export default defineLogFormat({
  id: 'klaviyo',
  title: 'Klaviyo events',
  service: 'klaviyo',
  shape: 'records',
  obtain: 'The answers of Klaviyo’s GET /api/events, asked with include=profile,metric, without which they name nobody',
  caveats: [
    'Events of other metrics (orders, SMS, pages) are passed over',
    'Received Email means that the recipient’s server accepted the message',
    'What that server said to a bounce is not told, only whether it is hard or soft',
  ],
  sources: [
    { label: 'Klaviyo, Events API overview', url: 'https://developers.klaviyo.com/en/reference/events_api_overview' },
  ],
  recognise: (record) => (isPage(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isPage(record)) return false;
    const included = new Map<string, JsonObject | undefined>(
      listAt(record, 'included')
        .filter(isObject)
        .map((one) => [`${textAt(one, 'type')} ${textAt(one, 'id')}`, objectAt(one, 'attributes')] as const),
    );
    for (const event of eventsIn(record)) readEvent(event, (key) => included.get(key), sink, assumptions);
    return true;
  },
});

/** A page, or the answer for one event. */
const eventsIn = (record: JsonObject): readonly JsonObject[] =>
  (Array.isArray(record['data']) ? record['data'] : [record['data']])
    .filter(isObject)
    .filter((one) => textAt(one, 'type') === 'event');

const isPage = (record: JsonObject): boolean =>
  listAt(record, 'included').some((one) => isObject(one) && textAt(one, 'type') === 'metric') &&
  eventsIn(record).length > 0;

function readEvent(
  told: JsonObject,
  included: (key: string) => JsonObject | undefined,
  sink: EventSink,
  assumptions: Assumptions,
): void {
  const attributes = objectAt(told, 'attributes');
  const related = (name: string): JsonObject | undefined => {
    const data = objectAt(objectAt(objectAt(told, 'relationships'), name), 'data');
    return included(`${name} ${textAt(data, 'id')}`);
  };
  const kind = KINDS.get(textAt(related('metric'), 'name') ?? '');
  if (kind === undefined) return;
  const properties = objectAt(attributes, 'event_properties');
  const fill = (event: Draft): void => {
    event.ids = idsOf({ event: textAt(attributes, 'uuid') ?? textAt(told, 'id') });
    event.tags = tagsOf({
      campaign: textAt(properties, 'Campaign Name') ?? textAt(properties, '$message'),
      list: textAt(properties, 'List'),
    });
  };
  const to = related('profile')?.['email'];
  const time = attributes?.['timestamp'] ?? attributes?.['datetime'];
  telling(
    'klaviyo',
    { record: told, to, fill },
    sink,
    assumptions,
  )(kind, time, (event) => addDetails(event, properties));
}

function addDetails(event: Draft, properties: JsonObject | undefined): void {
  const type = textAt(properties, 'Bounce Type');
  const url = textAt(properties, 'URL');
  if (event.kind === 'bounced' && type !== undefined) {
    event.espClass = `${type} bounce`;
    event.permanent = /^hard/i.test(type);
  }
  const machine = properties?.['machine_open'];
  if (event.kind === 'opened' && typeof machine === 'boolean') event.machine = machine;
  if (event.kind === 'clicked' && url !== undefined) event.url = url;
}
