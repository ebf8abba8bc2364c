import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, EventIds, MailEvent } from '../event.ts';

/** A message in the queue, as far as its lines have told. All fields are there from the beginning: there are many of it. */
export interface QueuedMessage {
  readonly queue: string;
  readonly host: string;
  /** Made once for all its events. */
  ids: EventIds | undefined;
  envelopeFrom: string | undefined;
  size: number | undefined;
  messageId: string | undefined;
  from: string | undefined;
  /** Who handed it in. Only a new message has such a line: where one comes again, the id is used again. */
  client: string | undefined;
  dkim: { readonly domain: string; readonly selector: string }[] | undefined;
  tags: Record<string, string>;
  /** Recipients that were deferred: how often they were tried, and what was said last. */
  deferred: Map<string, { readonly attempts: number; readonly last: MailEvent }> | undefined;
  /** Events that are held back while the message is young: lines of different processes change places. */
  waiting: Draft[] | undefined;
  isAnnounced: boolean;
  isRemoved: boolean;
  readonly openedAt: number;
  lastSeen: number;
}

function newMessage(queue: string, host: string, time: number): QueuedMessage {
  return {
    queue,
    host,
    ids: undefined,
    envelopeFrom: undefined,
    size: undefined,
    messageId: undefined,
    from: undefined,
    client: undefined,
    dkim: undefined,
    tags: {},
    deferred: undefined,
    waiting: undefined,
    isAnnounced: false,
    isRemoved: false,
    openedAt: time,
    lastSeen: time,
  };
}

/** Messages that are open, by host and queue id. Ids are used again, and are unique only while a message is open. */
export interface Queue {
  find(queue: string): QueuedMessage | undefined;
  /** Opens a message; one that is open under the same id is let go first. */
  open(queue: string, time: number): QueuedMessage;
  /** Flushes what a young message holds back as soon as it is `HOLD` old. */
  hold(message: QueuedMessage): void;
  /** Lets a message go a little later: a line of it may be late. */
  remove(message: QueuedMessage, time: number): void;
  /** Does what is due, and lets go of what has been silent for longer than any queue keeps it. */
  sweep(time: number): void;
  end(): void;
  readonly size: number;
}

/** Seconds a line may come late, in a young message. */
export const HOLD = 3;
/** Seconds a line may come late behind `removed`. */
const GRACE = 10;
/** Seconds: twice Postfix's maximal_queue_lifetime of five days. */
const LONGEST = 10 * 86_400;
/** Open messages on one host; a log without `removed` lines must not fill memory. The oldest are let go. */
const MOST_OPEN = 250_000;
/** Messages kept for late lines. Stops a log whose clock stands still. */
const MOST_WAITING = 20_000;

export function newQueue(host: string, flush: (message: QueuedMessage) => void): Queue {
  const open = new Map<string, QueuedMessage>();
  const held = newWaitingLine();
  const removed = newWaitingLine();

  const close = (message: QueuedMessage): void => {
    if (open.get(message.queue) === message) open.delete(message.queue);
    flush(message);
  };
  const closeOldest = (): void => {
    for (const message of open.values()) {
      close(message);
      return;
    }
  };

  return {
    find: (queue) => open.get(queue),
    open(queue, time) {
      const before = open.get(queue);
      if (before !== undefined) close(before);
      if (open.size >= MOST_OPEN) closeOldest();
      const message = newMessage(ownCopy(queue), host, time);
      open.set(message.queue, message);
      return message;
    },
    hold: (message) => held.add(message, message.openedAt + HOLD),
    remove(message, time) {
      message.isRemoved = true;
      removed.add(message, time + GRACE);
    },
    sweep(time) {
      held.each(time, flush);
      removed.each(time, close);
      for (const message of open.values()) {
        // In the order they were opened: the first that is young enough ends the search.
        if (time - message.lastSeen < LONGEST) break;
        close(message);
      }
    },
    end() {
      for (const message of open.values()) flush(message);
    },
    get size() {
      let left = 0;
      for (const { isRemoved } of open.values()) if (!isRemoved) left += 1;
      return left;
    },
  };
}

interface WaitingLine {
  add(message: QueuedMessage, until: number): void;
  each(time: number, due: (message: QueuedMessage) => void): void;
}

/** Slots in front that are empty already, before the rest moves up. */
const MOST_EMPTY = 1024;

/** Messages in the order in which their time comes, as good as: clocks of log lines step back a little. */
function newWaitingLine(): WaitingLine {
  let line: { readonly message: QueuedMessage; readonly until: number }[] = [];
  let first = 0;
  return {
    add: (message, until) => void line.push({ message, until }),
    each(time, due) {
      for (; first < line.length; first += 1) {
        const next = line[first];
        if (next === undefined || (next.until > time && line.length - first <= MOST_WAITING)) break;
        due(next.message);
      }
      if (first < MOST_EMPTY) return;
      line = line.slice(first);
      first = 0;
    },
  };
}
