import type { EventKind } from '../event.ts';
import { defineLogFormat } from '../format.ts';
import { objectAt, textAt, textsAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf, messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf, secondsBetween } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['email.queued', 'accepted'],
  ['email.delivered', 'delivered'],
  ['email.deferred', 'deferred'],
  ['email.bounced', 'bounced'],
  ['email.spam', 'dropped'],
]);

export default defineLogFormat({
  id: 'mailpace',
  title: 'MailPace',
  service: 'mailpace',
  shape: 'records',
  obtain: 'What a webhook receives (the domain’s Webhooks, all of email.*), one object to a line',
  caveats: [
    'The time is updated_at, when the status changed; the time to delivery is counted from created_at',
    'Neither the reply nor its code is told, nor whether a bounce is for good',
    'email.spam is MailPace’s own verdict before sending, and counts as dropped',
    'An event names all recipients in to; one event is made of each. Opens and clicks are not told',
  ],
  sources: [
    { label: 'MailPace, webhooks', url: 'https://docs.mailpace.com/' },
    {
      label: 'Anymail, what each event comes to',
      url: 'https://github.com/anymail/django-anymail/blob/main/anymail/webhooks/mailpace.py',
    },
  ],
  recognise(record) {
    const payload = objectAt(record, 'payload');
    const isOurs = KINDS.has(textAt(record, 'event') ?? '') && textAt(payload, 'status') !== undefined;
    return isOurs && textAt(payload, 'to') !== undefined ? 0.95 : 0;
  },
  read(record, sink, assumptions) {
    const kind = KINDS.get(textAt(record, 'event') ?? '');
    const payload = objectAt(record, 'payload');
    if (kind === undefined || payload === undefined) return false;
    const madeAt = momentOf(payload['created_at'], assumptions);
    const changedAt = momentOf(payload['updated_at'], assumptions);
    for (const to of recipientsIn(textAt(payload, 'to') ?? '')) {
      const event = draftOf('mailpace', kind, changedAt ?? madeAt ?? momentOf(record['created_at'], assumptions), to, {
        record,
        sink,
      });
      if (event === undefined) continue;
      event.ids = idsOf({ message: messageIdOf(textAt(payload, 'message_id')), esp: textAt(payload, 'id') });
      const from = addressOf(payload['from']);
      if (from !== undefined) event.from = from;
      event.tags = tagsOf({ tag: textsAt(payload, 'tags') });
      const total = changedAt === undefined ? undefined : secondsBetween(madeAt, event);
      if (kind === 'delivered' && total !== undefined) event.delay = { total };
      if (kind === 'dropped') event.espClass = 'spam';
      sink.event(event);
    }
    return true;
  },
});

/** `Ann <ann@example.com>, bea@example.com`; a comma in a name makes a part without an address. */
function recipientsIn(to: string): readonly string[] {
  const parts = to.split(',').filter((part) => part.includes('@'));
  return parts.length === 0 ? [to] : parts;
}
