import type { Assumptions, EntryReader, EventSink, JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { recordText } from '../json/record-text.ts';
import { momentOf } from '../json/time.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { openMails } from '../mta/open-mails.ts';
import { newTextLine } from '../syslog/text-line.ts';
import type { StalwartLine } from './line.ts';
import { stalwartTelling } from './reader.ts';

/** `delivery.dsn-perm-fail`: `auth.success` is one as well, and no mail. */
const TYPE = /^[a-z][a-z\d-]*\.[a-z\d.-]+$/;

/** One event of a webhook: what a line of the log tells, as an object. */
export const isStalwartEvent = (record: JsonObject): boolean =>
  TYPE.test(textAt(record, 'type') ?? '') &&
  textAt(record, 'createdAt') !== undefined &&
  textAt(record, 'id') !== undefined &&
  objectAt(record, 'data') !== undefined;

/** Others have webhooks of this shape: it is surely Stalwart's where a message of the queue is told of. */
export const tellsOfQueue = (record: JsonObject): boolean =>
  /^(?:delivery|queue)\./.test(textAt(record, 'type') ?? '') && objectAt(record, 'data')?.['queueId'] !== undefined;

export function stalwartEvents(sink: EventSink): EntryReader {
  const line = newTextLine();
  const mails = openMails();
  const tells = stalwartTelling({ line, mails, ...mailEvents('stalwart-webhook', line, sink) });
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };
  return {
    begin(next) {
      assumptions = next;
    },
    entry(record) {
      if (!isStalwartEvent(record)) return false;
      const when = momentOf(record['createdAt'], assumptions);
      if (when === undefined) {
        sink.unread('an event without a time', recordText(record));
        return true;
      }
      line.time = when.time;
      line.assumed = when.timeAssumed;
      tells({ id: textAt(record, 'type') ?? '', words: '', fields: fieldsIn(objectAt(record, 'data')) });
      return true;
    },
    end: () => undefined,
    open: () => mails.size(),
  };
}

/** As the log writes them: a list of recipients stands in brackets. */
function fieldsIn(data: JsonObject | undefined): StalwartLine['fields'] {
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(data ?? {}))
    if (Array.isArray(value)) fields.set(key, JSON.stringify(value));
    else if (typeof value === 'string' || typeof value === 'number') fields.set(key, String(value));
  return fields;
}
