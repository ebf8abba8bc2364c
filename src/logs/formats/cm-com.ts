import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { addressOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['Delivered', 'delivered'],
  ['Opened', 'opened'],
  ['Clicked', 'clicked'],
  ['Bounced', 'bounced'],
  ['Unsubscribed', 'unsubscribed'],
]);

export default defineLogFormat({
  id: 'cm-com',
  title: 'CM.com Email',
  unlistedService: 'CM.com',
  shape: 'records',
  obtain: 'What a webhook receives (all events), one object to a line, in the form of since October 2025',
  caveats: [
    'The reply and its code are not told, only the type of a bounce and a sentence of CM.com’s own',
    'Nothing is told when mail is handed in, nor of deferrals',
    'Of a click it is not told where it went; nothing tells whether a person or a machine did it',
  ],
  sources: [
    { label: 'CM.com, webhook event types', url: 'https://developers.cm.com/messaging/docs/webhook-event-types' },
  ],
  recognise: (record) => (isOurs(record) ? 0.94 : 0),
  read(record, sink, assumptions) {
    const kind = KINDS.get(textAt(record, 'Type') ?? '');
    const data = objectAt(record, 'Data');
    if (kind === undefined || !isOurs(record)) return false;
    const when = momentOf(record['CreatedAt'], assumptions);
    const event = draftOf('cm-com', kind, when, data?.['To'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'MessageId') });
    const from = addressOf(data?.['From']);
    if (from !== undefined) event.from = from;
    event.tags = tagsOf({ reference: textAt(data, 'CustomerReference') });
    const bounce = objectAt(data, 'Bounce');
    if (kind === 'bounced' && bounce !== undefined) {
      addQuotedReply(event, textAt(bounce, 'Message'));
      const word = textAt(bounce, 'SubType') ?? textAt(bounce, 'Type');
      if (word !== undefined) event.espClass = word;
      event.permanent = textAt(bounce, 'Type') !== 'SoftBounce';
    }
    sink.event(event);
    return true;
  },
});

const isOurs = (record: JsonObject): boolean =>
  KINDS.has(textAt(record, 'Type') ?? '') &&
  textAt(record, 'MessageId') !== undefined &&
  textAt(objectAt(record, 'Data'), 'To') !== undefined &&
  textAt(objectAt(record, 'Data'), 'From') !== undefined;
