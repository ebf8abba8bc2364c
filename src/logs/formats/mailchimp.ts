import type { Draft, EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt } from '../json/at.ts';
import { isObject } from '../json/inside.ts';
import { tagsOf } from '../json/tags.ts';
import { telling } from '../json/telling.ts';

const ACTIONS: ReadonlyMap<string, EventKind> = new Map([
  ['open', 'opened'],
  ['click', 'clicked'],
  ['bounce', 'bounced'],
]);
const TYPES: ReadonlySet<string> = new Set(['subscribe', 'unsubscribe', 'cleaned', 'profile', 'upemail', 'campaign']);

export default defineLogFormat({
  id: 'mailchimp',
  title: 'Mailchimp activity and webhooks',
  service: 'mailchimp',
  shape: 'records',
  obtain:
    'The answers of Mailchimp’s GET /3.0/reports/{campaign_id}/email-activity, or what a webhook of an audience receives: its form, or its fields as an object, one to a line',
  caveats: [
    'What was sent and delivered is not told: recipients without activity are passed over',
    'An address that was cleaned counts as bounced for good, or as a complaint where the reason says abuse',
    'Times of webhooks name no zone; they are taken for UTC',
    'Opens by proxies and scanners are not told from those of people',
  ],
  sources: [
    {
      label: 'Mailchimp, List email activity',
      url: 'https://mailchimp.com/developer/marketing/api/email-activity-reports/list-email-activity/',
    },
    {
      label: 'Mailchimp, Sync audience data with webhooks',
      url: 'https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/',
    },
  ],
  recognise(record) {
    const [first] = listAt(record, 'emails');
    return isActivity(isObject(first) ? first : record) || isHook(record) ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    if (isHook(record)) return readHook(record, sink, assumptions);
    const page = isActivity(record) ? [record] : listAt(record, 'emails').filter(isObject);
    if (!page.some(isActivity)) return Array.isArray(record['emails']) && record['campaign_id'] !== undefined;
    for (const one of page) readActivity(one, sink, assumptions);
    return true;
  },
});

const isActivity = (record: JsonObject): boolean =>
  textAt(record, 'email_address') !== undefined &&
  textAt(record, 'campaign_id') !== undefined &&
  Array.isArray(record['activity']);

function readActivity(record: JsonObject, sink: EventSink, assumptions: Assumptions): void {
  const fill = (event: Draft): void => {
    event.ids = { esp: `${textAt(record, 'campaign_id')}/${textAt(record, 'email_id') ?? ''}` };
    event.tags = tagsOf({ campaign: textAt(record, 'campaign_id'), list: textAt(record, 'list_id') });
  };
  const tell = telling('mailchimp', { record, to: record['email_address'], fill }, sink, assumptions);
  for (const action of listAt(record, 'activity').filter(isObject)) {
    const kind = ACTIONS.get(textAt(action, 'action') ?? '');
    if (kind === undefined) continue;
    tell(kind, action['timestamp'], (event) => {
      const url = textAt(action, 'url');
      if (kind === 'clicked' && url !== undefined) event.url = url;
      if (kind === 'bounced') event.permanent = textAt(action, 'type') === 'hard';
    });
  }
}

const isHook = (record: JsonObject): boolean =>
  TYPES.has(textAt(record, 'type') ?? '') &&
  textAt(record, 'fired_at') !== undefined &&
  (fieldOf(record, 'list_id') ?? fieldOf(record, 'id')) !== undefined;

/** The form writes `data[email]`, a framework that takes it apart `data.email`. */
const fieldOf = (record: JsonObject, name: string): string | undefined =>
  textAt(record, `data[${name}]`) ?? textAt(objectAt(record, 'data'), name);

function readHook(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean {
  const isAbuse = fieldOf(record, 'reason') === 'abuse';
  const type = textAt(record, 'type');
  const fill = (event: Draft): void => {
    event.tags = tagsOf({ campaign: fieldOf(record, 'campaign_id'), list: fieldOf(record, 'list_id') });
  };
  const tell = telling('mailchimp', { record, to: fieldOf(record, 'email'), fill }, sink, {
    ...assumptions,
    zone: () => 0,
  });
  if (type === 'subscribe') tell('subscribed', record['fired_at']);
  else if (type === 'unsubscribe') tell(isAbuse ? 'complained' : 'unsubscribed', record['fired_at']);
  else if (type === 'cleaned')
    tell(isAbuse ? 'complained' : 'bounced', record['fired_at'], (event) => {
      if (event.kind === 'bounced') event.permanent = true;
    });
  return true;
}
