import type { EventKind } from '../event.ts';
import { type Assumptions, defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { listAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { isObject } from '../json/inside.ts';
import { readNested } from '../json/nested.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { utcOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['accepted', 'accepted'],
  ['sent', 'accepted'],
  ['delivered', 'delivered'],
  ['soft_bounced', 'bounced'],
  ['hard_bounced', 'bounced'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
  ['subscribed', 'subscribed'],
  ['spam', 'complained'],
]);
const STATUS = 'transactional_email_status';
/** Told of a whole domain that has begun to refuse, and of nobody's mail. */
const ASIDE = new Set(['transactional_spam_block']);

/** It will be tried again. */
const TRIED_AGAIN = 'err_will_retry';
/** Nothing was tried. */
const NOT_TRIED = new Set(['err_unsubscribed', 'err_spam_skipped', 'err_skip_letter']);

export default defineLogFormat({
  id: 'unisender-go',
  title: 'Unisender Go (UniOne)',
  service: 'unisender',
  shape: 'records',
  obtain:
    'What a webhook receives (webhook/set with event_format json_post), one object with its users and events to a line',
  caveats: [
    'sent means that the service has taken the message on its way, and counts as accepted',
    'A soft bounce is deferred where the service says that it will try again, and given up otherwise',
    'Times are in UTC',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'Unisender Go, webhooks', url: 'https://godocs.unisender.ru/web-api-ref#callback-format' },
    {
      label: 'Anymail, the payload and what it comes to',
      url: 'https://github.com/anymail/django-anymail/blob/main/anymail/webhooks/unisender_go.py',
    },
  ],
  recognise(record) {
    if (usersIn(record).some((user) => isObject(user) && Array.isArray(user['events']))) return 0.96;
    return textAt(record, 'event_name') === STATUS && objectAt(record, 'event_data') !== undefined ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    if (!Array.isArray(record['events_by_user'])) return readEvent(record, '', sink, assumptions);
    for (const user of usersIn(record)) {
      if (!isObject(user)) continue;
      const project = textAt(user, 'project_name') ?? '';
      readNested(listAt(user, 'events'), 'Unisender Go', sink, (one) => readEvent(one, project, sink, assumptions));
    }
    return true;
  },
});

const usersIn = (record: JsonObject): readonly unknown[] => listAt(record, 'events_by_user');

function readEvent(record: JsonObject, project: string, sink: EventSink, assumptions: Assumptions): boolean {
  const name = textAt(record, 'event_name') ?? '';
  if (ASIDE.has(name)) return true;
  const data = objectAt(record, 'event_data');
  const status = textAt(data, 'status') ?? '';
  const told = KINDS.get(status);
  if (name !== STATUS || data === undefined || told === undefined) return false;
  const delivery = objectAt(data, 'delivery_info');
  const why = textAt(delivery, 'delivery_status');
  const kind = told === 'bounced' ? failureOf(why) : told;
  const event = draftOf('unisender-go', kind, utcOf(data['event_time'], assumptions), data['email'], { record, sink });
  if (event === undefined) return true;
  event.ids = idsOf({ esp: textAt(data, 'job_id') });
  event.tags = tagsOf({ project, campaign: textAt(objectAt(data, 'metadata'), 'campaign_id') });
  const isFailure = kind === 'bounced' || kind === 'deferred' || kind === 'dropped';
  if (isFailure || kind === 'delivered') addQuotedReply(event, textAt(delivery, 'destination_response'));
  if (isFailure && why !== undefined) event.espClass = why;
  if (kind === 'bounced') event.permanent = status === 'hard_bounced';
  else if (kind === 'deferred') event.permanent = false;
  const url = textAt(data, 'url');
  if (url !== undefined && kind === 'clicked') event.url = url;
  sink.event(event);
  return true;
}

function failureOf(why: string | undefined): EventKind {
  if (why === TRIED_AGAIN) return 'deferred';
  return NOT_TRIED.has(why ?? '') ? 'dropped' : 'bounced';
}
