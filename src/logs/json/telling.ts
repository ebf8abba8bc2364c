import type { Draft, EventKind } from '../event.ts';
import type { Assumptions, EventSink, JsonObject } from '../format.ts';
import { draftOf } from './draft.ts';
import { momentOf } from './time.ts';

/** What all events of one message share. */
export interface Message {
  readonly record: JsonObject;
  readonly to: unknown;
  /** Ids, tags, addresses: put into every event. */
  readonly fill: (event: Draft) => void;
}
export type Tell = (kind: EventKind, time: unknown, add?: (event: Draft) => void) => void;

/** Tells, one by one, what an object says that became of one message to one recipient. */
export function telling(
  source: string,
  { record, to, fill }: Message,
  sink: EventSink,
  assumptions: Assumptions,
): Tell {
  return (kind, time, add) => {
    const event = draftOf(source, kind, momentOf(time, assumptions), to, { record, sink });
    if (event === undefined) return;
    fill(event);
    add?.(event);
    sink.event(event);
  };
}
