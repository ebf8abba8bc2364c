import type { EventKind } from '../event.ts';
import type { EventSink, JsonObject } from '../format.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { addressOf, ipOf, listOf, objectOf, textOf } from '../json/fields.ts';
import type { Instant } from '../json/time.ts';

/** RFC 5965 §7.3. What is no complaint is about something else than this recipient's opinion. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['abuse', 'complained'],
  ['fraud', 'complained'],
  ['virus', 'complained'],
  ['other', 'complained'],
  ['opt-out', 'unsubscribed'],
  ['opt-out-list', 'unsubscribed'],
]);

/** A complaint (ARF), as KumoMTA takes it apart. The record's own recipient is the mailbox that receives such reports. */
export function readFeedback(record: JsonObject, when: Instant | undefined, sink: EventSink): void {
  const report = objectOf(record['feedback_report']);
  const kind = KINDS.get((textOf(report['feedback_type']) ?? '').toLowerCase());
  if (kind === undefined) return;
  const original = textOf(report['original_message']) ?? '';
  // `original_rcpto_to` is how it spells it.
  const recipient = [
    objectOf(report['supplemental_trace'])['recipient'],
    ...listOf(report['original_rcpto_to']),
    ...listOf(report['original_rcpt_to']),
  ].find((one) => addressOf(one) !== undefined);
  const context = { record, sink };
  const event =
    recipient === undefined
      ? draftOfNobody('kumomta', kind, when, context)
      : draftOf('kumomta', kind, when, recipient, context);
  if (event === undefined) return;
  const [id, host] = [textOf(record['id']), textOf(record['nodeid'])];
  const message = field(original, MESSAGE_ID);
  event.ids = {
    ...(id !== undefined && { event: id }),
    ...(host !== undefined && { host }),
    ...(message !== undefined && { message }),
  };
  const sender = addressOf(report['original_mail_from']);
  if (sender !== undefined) event.envelopeFrom = sender;
  const from = addressOf(field(original, FROM));
  if (from !== undefined) event.from = from;
  const ip = ipOf(report['source_ip']);
  if (ip !== undefined) event.sourceIp = ip;
  sink.event(event);
}

const MESSAGE_ID = /^Message-ID:\s*<?([^<>\s]{1,998})>?\s*$/im;
const FROM = /^From:(.{1,998})$/im;
/** Header fields stand at the beginning; the rest may be megabytes. */
const HEADER_LENGTH = 32 * 1024;
const field = (original: string, name: RegExp): string | undefined => name.exec(original.slice(0, HEADER_LENGTH))?.[1];
