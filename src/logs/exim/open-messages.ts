import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, EventIds } from '../event.ts';
import type { LastWord } from './last-word.ts';

/** A message on its way through one machine, as far as its lines have told. */
export interface OpenMessage {
  readonly id: string;
  readonly host: string | undefined;
  /** Made once for all its events. */
  ids: EventIds | undefined;
  /** When it was taken in; undefined where that was before the log begins. */
  arrivedAt: number | undefined;
  envelopeFrom: string | undefined;
  size: number | undefined;
  messageId: string | undefined;
  dkim: { readonly domain: string; readonly selector?: string }[] | undefined;
  tags: Readonly<Record<string, string>>;
  /** Recipients that were deferred: how often they were tried, and what was said last. */
  deferred: Map<string, { attempts: number; last: LastWord }> | undefined;
  /** A recipient has failed of whom no bounce was made so far: the next message in answer to this one is that bounce. */
  hasFailed: boolean;
  /** Events held back until the line of its arrival is there: cut-through deliveries come before it. */
  waiting: Draft[] | undefined;
  isCompleted: boolean;
  readonly openedAt: number;
  lastSeen: number;
}

const newMessage = (id: string, host: string | undefined, time: number): OpenMessage => ({
  id,
  host,
  ids: undefined,
  arrivedAt: undefined,
  envelopeFrom: undefined,
  size: undefined,
  messageId: undefined,
  dkim: undefined,
  tags: {},
  deferred: undefined,
  hasFailed: false,
  waiting: undefined,
  isCompleted: false,
  openedAt: time,
  lastSeen: time,
});

/** Messages between arrival and `Completed`, by host and id. */
export interface OpenMessages {
  find(id: string, host: string | undefined): OpenMessage | undefined;
  open(id: string, host: string | undefined, time: number): OpenMessage;
  /** Lets a message go a little later: a line of it, or an answer to it, may be late. */
  complete(message: OpenMessage, time: number): void;
  /** Hands on what a young message holds back, as soon as it is `HOLD` old. */
  hold(message: OpenMessage): void;
  sweep(time: number): void;
  end(): void;
  size(): number;
}

/** Seconds the line of an arrival may come late. */
export const HOLD = 3;
/** Seconds a line may come behind `Completed`. */
const GRACE = 10;
/** Seconds: more than the retry rules of any configuration that is shipped, and than timeout_frozen_after's seven days. */
const LONGEST = 10 * 86_400;
/** A log without `Completed` lines must not fill memory. The oldest are let go. */
const MOST_OPEN = 250_000;
/** Messages kept for late lines. Stops a log whose clock stands still. */
const MOST_WAITING = 20_000;

export function openMessages(flush: (message: OpenMessage) => void): OpenMessages {
  const open = new Map<string, OpenMessage>();
  const held = dueLine();
  const completed = dueLine();
  let sweptAt = Number.NEGATIVE_INFINITY;
  let left = 0;

  const close = (message: OpenMessage): void => {
    const key = keyOf(message.id, message.host);
    if (open.get(key) === message) {
      open.delete(key);
      if (!message.isCompleted) left -= 1;
    }
    flush(message);
  };

  return {
    find: (id, host) => open.get(keyOf(id, host)),
    open(id, host, time) {
      if (open.size >= MOST_OPEN) {
        const [oldest] = open.values();
        if (oldest !== undefined) close(oldest);
      }
      const message = newMessage(ownCopy(id), host, time);
      open.set(keyOf(message.id, host), message);
      left += 1;
      return message;
    },
    complete(message, time) {
      if (message.isCompleted) return;
      message.isCompleted = true;
      left -= 1;
      completed.add(message, time + GRACE);
    },
    hold: (message) => held.add(message, message.openedAt + HOLD),
    sweep(time) {
      if (time === sweptAt) return;
      sweptAt = time;
      held.each(time, flush);
      completed.each(time, close);
      for (const message of open.values()) {
        // In the order they were opened: the first that is young enough ends the search.
        if (time - message.lastSeen < LONGEST) break;
        close(message);
      }
    },
    end() {
      for (const message of open.values()) flush(message);
    },
    size() {
      return left;
    },
  };
}

/** Ids are unique on one machine. */
const keyOf = (id: string, host: string | undefined): string => (host === undefined ? id : `${id} ${host}`);

interface DueLine {
  add(message: OpenMessage, until: number): void;
  each(time: number, due: (message: OpenMessage) => void): void;
}

/** Slots in front that are empty already, before the rest moves up. */
const MOST_EMPTY = 1024;

/** Messages in the order in which their time comes, as good as. */
function dueLine(): DueLine {
  let line: { readonly message: OpenMessage; readonly until: number }[] = [];
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
