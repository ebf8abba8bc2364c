import type { EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { isObject } from '../json/inside.ts';
import { readNested } from '../json/nested.ts';
import { tagsOf } from '../json/tags.ts';
import { instantOf } from '../json/time.ts';

/** What a webhook says of a subscriber, and his state behind it where he is no longer one. */
const CHANGES: ReadonlyMap<string, EventKind | 'known'> = new Map<string, EventKind | 'known'>([
  ['Subscribe', 'subscribed'],
  ['Update', 'known'],
  ['Deactivate/Unsubscribed', 'unsubscribed'],
  ['Deactivate/Bounced', 'bounced'],
  ['Deactivate/Deleted', 'known'],
]);
const PLACES = ['City', 'Region', 'CountryCode', 'CountryName', 'Latitude', 'Longitude'];

export default defineLogFormat({
  id: 'campaign-monitor',
  title: 'Campaign Monitor',
  service: 'campaign-monitor',
  shape: 'records',
  failuresOnly: true,
  obtain:
    'The answers of GET /campaigns/{id}/bounces, clicks and opens, and of the same for journeys’ emails; or what a list’s webhook receives',
  caveats: [
    'Whom a campaign was sent to is told without a time, and is not read: no share can be made of what bounced',
    'Times are in the account’s own zone, and do not name it: --timezone settles it',
    'Without its place an open looks like an unsubscription: such records are not read',
    'The reply’s own text is not told, only Campaign Monitor’s words for it',
    'Nothing tells whether a person or a machine opened or clicked, nor of which campaign a record is',
  ],
  sources: [
    { label: 'Campaign Monitor, campaigns', url: 'https://www.campaignmonitor.com/api/v3-3/campaigns/' },
    { label: 'Campaign Monitor, webhooks', url: 'https://www.campaignmonitor.com/api/v3-3/webhooks/' },
    {
      label: 'createsend-ruby, answers as they come',
      url: 'https://github.com/campaignmonitor/createsend-ruby/tree/master/test/fixtures',
    },
  ],
  recognise(record) {
    const [first] = listAt(record, 'Events');
    if (isObject(first) && textAt(record, 'ListID') !== undefined) return changeOf(first) === undefined ? 0 : 0.95;
    return kindOf(record) === undefined ? 0 : 0.93;
  },
  read(record, sink, assumptions) {
    const list = textAt(record, 'ListID');
    if (!Array.isArray(record['Events'])) return readResult(record, sink, assumptions);
    if (list === undefined) return false;
    readNested(listAt(record, 'Events'), 'Campaign Monitor', sink, (change) =>
      readChange({ ...change, ListID: list }, sink, assumptions),
    );
    return true;
  },
});

/** A record says by its fields what it is. */
function kindOf(record: JsonObject): 'bounced' | 'clicked' | 'opened' | undefined {
  if (['EmailAddress', 'ListID', 'Date'].some((key) => textAt(record, key) === undefined)) return undefined;
  if ('BounceType' in record) return 'bounced';
  if (!('IPAddress' in record)) return undefined;
  if ('URL' in record) return 'clicked';
  return PLACES.some((key) => key in record) ? 'opened' : undefined;
}

function readResult(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const kind = kindOf(record);
  if (kind === undefined) return false;
  const when = instantOf(record['Date'], assumptions);
  const event = draftOf('campaign-monitor', kind, when, record['EmailAddress'], { record, sink });
  if (event === undefined) return true;
  event.tags = tagsOf({ list: textAt(record, 'ListID') });
  const url = textAt(record, 'URL');
  if (kind === 'clicked' && url !== undefined) event.url = url;
  if (kind === 'bounced') {
    const reason = textAt(record, 'Reason')?.trim();
    if (reason !== undefined) event.espClass = reason;
    const verdict = /\b(hard|soft)\b/i.exec(reason ?? '')?.[1] ?? textAt(record, 'BounceType');
    if (/^(?:hard|soft)$/i.test(verdict ?? '')) event.permanent = verdict?.toLowerCase() === 'hard';
  }
  sink.event(event);
  return true;
}

function changeOf(change: JsonObject): EventKind | 'known' | undefined {
  const type = textAt(change, 'Type') ?? '';
  const state = textAt(change, 'State');
  if (textAt(change, 'EmailAddress') === undefined) return undefined;
  return CHANGES.get(type === 'Deactivate' && state !== undefined ? `${type}/${state}` : type);
}

function readChange(change: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const kind = changeOf(change);
  if (kind === undefined) return false;
  if (kind === 'known') return true;
  const when = instantOf(change['Date'], assumptions);
  const event = draftOf('campaign-monitor', kind, when, change['EmailAddress'], { record: change, sink });
  if (event === undefined) return true;
  event.tags = tagsOf({ list: textAt(change, 'ListID') });
  if (kind === 'bounced') event.permanent = true;
  sink.event(event);
  return true;
}
