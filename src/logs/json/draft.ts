import { newDraft } from '../draft.ts';
import type { Draft, EventKind } from '../event.ts';
import type { EventSink, JsonObject } from '../format.ts';
import { addressOf, domainOf, joinedText } from './fields.ts';
import { recordText } from './record-text.ts';
import type { Instant } from './time.ts';

export type DraftTags = Record<string, string>;

/** One text or several under this name, where there is any. */
export function putTag(tags: DraftTags, name: string, value: unknown): void {
  const text = joinedText(value);
  if (text !== undefined) tags[name] = text;
}

/**
 * The beginning of an event. Undefined where the object does not say when or to whom: it is told as unread, for an event
 * at 1970, or of nobody, would be worse than none.
 */
export function draftOf(
  source: string,
  kind: EventKind,
  when: Instant | undefined,
  to: unknown,
  { record, sink }: { readonly record: JsonObject; readonly sink: EventSink },
): Draft | undefined {
  if (when === undefined) {
    sink.unread('an event without a time', recordText(record));
    return undefined;
  }
  const recipient = addressOf(to);
  if (recipient === undefined) {
    sink.unread('an event without a recipient', recordText(record));
    return undefined;
  }
  const event = newDraft(source, kind, when.time, when.timeAssumed);
  event.recipient = recipient;
  event.recipientDomain = domainOf(recipient);
  return event;
}

/** An event whose recipient the source hides. */
export function draftOfNobody(
  source: string,
  kind: EventKind,
  when: Instant | undefined,
  { record, sink }: { readonly record: JsonObject; readonly sink: EventSink },
): Draft | undefined {
  if (when === undefined) {
    sink.unread('an event without a time', recordText(record));
    return undefined;
  }
  return newDraft(source, kind, when.time, undefined);
}
