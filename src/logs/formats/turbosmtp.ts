import type { EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { idsOf } from '../json/ids.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { momentOf } from '../json/time.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['PROCESSED', 'accepted'],
  ['DROPPED', 'dropped'],
  ['DELIVERED', 'delivered'],
  ['DEFERRED', 'deferred'],
  ['BOUNCED', 'bounced'],
]);

export default defineLogFormat({
  id: 'turbosmtp',
  title: 'turboSMTP',
  service: 'turbosmtp',
  shape: 'records',
  obtain: 'What an event webhook receives (delivery events), one object to a line',
  caveats: ['Opens, clicks, complaints and unsubscriptions are not read yet', 'The sender is not told'],
  sources: [{ label: 'turboSMTP, Event Webhook Reference', url: 'https://serversmtp.com/event-webhook-reference/' }],
  recognise: (record) => (isOurs(record) && KINDS.has(textAt(record, 'status') ?? '') ? 0.93 : 0),
  read(record, sink, assumptions) {
    const kind = KINDS.get(textAt(record, 'status') ?? '');
    if (kind === undefined || !isOurs(record)) return false;
    const event = draftOf('turbosmtp', kind, momentOf(record['timestamp'], assumptions), record['email'], {
      record,
      sink,
    });
    if (event === undefined) return true;
    event.ids = idsOf({ esp: textAt(record, 'id') });
    const attempt = numberAt(record, 'attempt');
    if (attempt !== undefined && Number.isInteger(attempt) && attempt > 0) event.attempt = attempt;
    addQuotedReply(event, textAt(objectAt(record, 'reason'), 'response') ?? textAt(record, 'reason'));
    sink.event(event);
    return true;
  },
});

const isOurs = (record: JsonObject): boolean =>
  textAt(record, 'id') !== undefined && textAt(record, 'mid') !== undefined && textAt(record, 'email') !== undefined;
