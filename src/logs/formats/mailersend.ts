import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt, textsAt } from '../json/at.ts';
import { addressOf } from '../json/fields.ts';
import { momentOf, secondsBetween } from '../json/time.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['sent', 'accepted'],
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['soft_bounced', 'bounced'],
  ['hard_bounced', 'bounced'],
  ['suppressed', 'dropped'],
  ['opened', 'opened'],
  ['opened_unique', 'opened'],
  ['clicked', 'clicked'],
  ['clicked_unique', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
  ['spam_complaint', 'complained'],
  ['spam_complaints', 'complained'],
]);
/** Told, and no event of a message: MailerSend only has it in its queue, or somebody answered a survey. */
const ASIDE = new Set(['queued', 'junk', 'survey_opened', 'survey_submitted']);
const OTHER_OBJECT =
  /^(?:webhook|inbound|inbound_forward|maintenance|email_single|email_list|bulk_email|sender_identity|recipient|message)\.[a-z_.]+$/;

export default defineLogFormat({
  id: 'mailersend',
  title: 'MailerSend',
  service: 'mailersend',
  shape: 'records',
  obtain:
    'What a webhook receives (the domain’s Webhooks, all of activity.*), one object to a line; or the objects in data of GET /v1/activity/{domain_id}',
  caveats: [
    'Both forms of the payload are read: of 2020, with the message in email, and the later one with recipient and meta',
    'opened and opened_unique are told apart for one and the same first open, and so are clicks: let a webhook tell one of the two',
    'soft_bounced has been given up; what is tried again is deferred',
    'The reply’s own text is not told, only MailerSend’s words for it, and its code in the later form',
    'Nothing tells whether a person or a machine opened or clicked',
  ],
  sources: [
    { label: 'MailerSend, webhooks', url: 'https://developers.mailersend.com/api/v1/webhooks.html' },
    { label: 'MailerSend, activity', url: 'https://developers.mailersend.com/api/v1/activity.html' },
    {
      label: 'Anymail, both forms as they were received',
      url: 'https://github.com/anymail/django-anymail/blob/main/anymail/webhooks/mailersend.py',
    },
  ],
  recognise(record) {
    const data = objectAt(record, 'data');
    const isWebhook = (textAt(record, 'type') ?? '').startsWith('activity.') && data !== undefined;
    if (isWebhook) return 0.95;
    const isActivity = KINDS.has(textAt(record, 'type') ?? '') && textAt(record, 'created_at') !== undefined;
    return isActivity && objectAt(objectAt(record, 'email'), 'recipient') !== undefined ? 0.9 : 0;
  },
  read(record, sink, assumptions) {
    const name = textAt(record, 'type') ?? '';
    if (OTHER_OBJECT.test(name)) return true;
    // The answers of the API are what webhooks have in `data`.
    const data = name.startsWith('activity.') ? objectAt(record, 'data') : record;
    const word = name.replace(/^activity\./, '');
    if (data === undefined) return false;
    if (ASIDE.has(word)) return true;
    const kind = KINDS.get(word);
    if (kind === undefined) return false;
    const email = objectAt(data, 'email');
    // `data.created_at` is the event's; the later form has it outside.
    const date = textAt(data, 'created_at') ?? textAt(record, 'created_at');
    // Of the later form, `email` has been seen in the place of `recipient`.
    const recipient =
      textAt(objectAt(email, 'recipient'), 'email') ?? textAt(data, 'recipient') ?? textAt(data, 'email');
    const event = draftOf('mailersend', kind, momentOf(date, assumptions), recipient, { record, sink });
    if (event === undefined) return true;
    addMessage(event, data, email);
    const total = secondsBetween(momentOf(email?.['created_at'], assumptions), event);
    if (kind === 'delivered' && total !== undefined) event.delay = { total };
    addDetails(event, objectAt(data, 'meta') ?? objectAt(data, 'morph') ?? objectAt(record, 'morph'), word);
    sink.event(event);
    return true;
  },
});

function addMessage(event: Draft, data: JsonObject, email: JsonObject | undefined): void {
  const esp = textAt(objectAt(email, 'message'), 'id') ?? textAt(data, 'message_id');
  event.ids = idsOf({ esp, event: textAt(data, 'id') });
  const from = addressOf(textAt(email, 'from') ?? textAt(data, 'from'));
  if (from !== undefined) event.from = from;
  event.tags = tagsOf({
    tag: textsAt(email ?? data, 'tags'),
    template: textAt(data, 'template_id'),
  });
}

/** Why, or which link: `meta` of the later form, `morph` of the earlier. */
function addDetails(event: Draft, details: JsonObject | undefined, word: string): void {
  if (event.kind === 'clicked') {
    const url = textAt(details, 'url');
    if (url !== undefined) event.url = url;
    return;
  }
  if (event.kind !== 'deferred' && event.kind !== 'bounced' && event.kind !== 'dropped') return;
  const said = ['bounce_reason', 'reject_reason', 'suppression_reason', 'readable_reason', 'reason']
    .map((key) => textAt(details, key))
    .find((text) => text !== undefined);
  addQuotedReply(event, said, numberAt(details, 'bounce_code'));
  if (event.kind === 'bounced') event.permanent = word === 'hard_bounced';
  else if (event.kind === 'dropped') event.espClass = word;
}
