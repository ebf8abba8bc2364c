import { domainOf } from './address.ts';
import type { Draft, EventIds, EventKind } from './event.ts';
import type { EventSink, JsonObject } from './format.ts';
import { recordText } from './json-value.ts';
import type { Moment } from './moment.ts';

const NO_IDS = {};
const NO_TAGS = {};

interface Beginning {
  /** Id of the format. */
  readonly source: string;
  readonly kind: EventKind;
  readonly moment: Moment | undefined;
  readonly recipient: string | undefined;
}

/** Begins an event of a service; where its time or its recipient cannot be read, that is told, and there is none. */
export function newEvent(beginning: Beginning, record: JsonObject, sink: EventSink): Draft | undefined {
  const { source, kind, moment, recipient } = beginning;
  if (moment === undefined || recipient === undefined) {
    sink.unread(
      `an event without a ${moment === undefined ? 'time' : 'recipient'} that can be read`,
      recordText(record),
    );
    return undefined;
  }
  const event: Draft = {
    time: moment.time,
    kind,
    source,
    ids: NO_IDS,
    recipient,
    recipientDomain: domainOf(recipient),
    tags: NO_TAGS,
  };
  if (moment.assumed !== undefined) event.timeAssumed = moment.assumed;
  return event;
}

/** The ids that are there. */
export function idsOf(ids: { readonly [Key in keyof EventIds]: EventIds[Key] | undefined }): EventIds {
  const present: { -readonly [Key in keyof EventIds]: EventIds[Key] } = {};
  if (ids.message !== undefined) present.message = ids.message;
  if (ids.esp !== undefined) present.esp = ids.esp;
  if (ids.event !== undefined) present.event = ids.event;
  return present;
}
