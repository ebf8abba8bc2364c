import type { Draft, MailEvent } from '../event.ts';
import type { EventSink } from '../format.ts';
import type { OpenMessage } from './open-messages.ts';

/** Hands on an event with all that has been told of its message by now. */
export function handOn(sink: EventSink, message: OpenMessage, event: Draft): void {
  const { envelopeFrom, size, dkim } = message;
  event.ids = message.ids ??= idsOf(message);
  if (envelopeFrom !== undefined) event.envelopeFrom = envelopeFrom;
  if (size !== undefined) event.size = size;
  if (dkim !== undefined) event.dkim = dkim;
  event.tags = message.tags;
  sink.event(event);
}

/** Hands on what has waited for the line that names the sender, whether that has come or not. */
export function flush(sink: EventSink, message: OpenMessage): void {
  const { waiting } = message;
  if (waiting === undefined) return;
  message.waiting = undefined;
  for (const event of waiting) handOn(sink, message, event);
}

function idsOf({ id, host, messageId }: OpenMessage): MailEvent['ids'] {
  const ids: { queue: string; host?: string; message?: string } = { queue: id };
  if (host !== undefined) ids.host = host;
  if (messageId !== undefined) ids.message = messageId;
  return ids;
}
