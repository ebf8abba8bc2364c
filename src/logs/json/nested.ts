import type { EventSink, JsonObject } from '../format.ts';
import { isObject } from './inside.ts';
import { recordText } from './record-text.ts';

/** Reads events that come in a list within one object; what is none of the service's is told, one by one. */
export function readNested(
  events: readonly unknown[],
  service: string,
  sink: EventSink,
  read: (event: JsonObject) => boolean,
): void {
  for (const event of events) {
    if (!isObject(event)) sink.unread(`no event of ${service}`, `an element of ${typeof event} in a list`);
    else if (!read(event)) sink.unread(`no event of ${service}`, recordText(event));
  }
}
