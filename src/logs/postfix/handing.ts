import type { Draft, EventIds } from '../event.ts';
import type { EventSink } from '../format.ts';
import type { Machine } from './machine.ts';
import type { QueuedMessage } from './message.ts';
import { HOLD } from './queue.ts';

/** Hands events on with all that is known of their message. */
export interface Handing {
  /** While a message is young, the line that names its sender, its id or its signature may still come. */
  hand(machine: Machine, message: QueuedMessage, event: Draft): void;
  /** Hands on what was held back, and how it ended for those who still wait. */
  flush(message: QueuedMessage): void;
}

export function handingTo(sink: EventSink): Handing {
  const complete = (message: QueuedMessage, event: Draft): void => {
    event.ids = message.ids ??= idsOf(message);
    event.from = message.from;
    event.envelopeFrom = message.envelopeFrom;
    event.size = message.size;
    event.dkim = message.dkim;
    event.tags = message.tags;
    sink.event(event);
  };
  /** Nobody says to whom: to everybody who was still waiting. */
  const giveUp = (message: QueuedMessage, ending: Draft): void => {
    for (const [recipient, { attempts, ...answer }] of message.deferred ?? [])
      complete(message, { ...ending, ...answer, recipient, attempt: attempts });
    message.deferred = undefined;
    message.ending = undefined;
  };

  return {
    hand(machine, message, event) {
      if (message.waiting !== undefined) (message.waitingToo ??= []).push(event);
      else if (event.time - message.openedAt > HOLD) complete(message, event);
      else {
        message.waiting = event;
        machine.queue.hold(message);
      }
    },
    flush(message) {
      const { waiting, waitingToo } = message;
      if (waiting !== undefined) {
        message.waiting = undefined;
        message.waitingToo = undefined;
        complete(message, waiting);
        if (waitingToo !== undefined) for (const event of waitingToo) complete(message, event);
      }
      if (message.ending !== undefined) giveUp(message, message.ending);
    },
  };
}

/** What a line leaves out is absent: some templates name no host. */
const idsOf = ({ queue, host, messageId }: QueuedMessage): EventIds => ({
  queue,
  host: host === '' ? undefined : host,
  // `message-id=<>` is nobody's: messages that have it are not one.
  message: messageId === '' ? undefined : messageId,
});
