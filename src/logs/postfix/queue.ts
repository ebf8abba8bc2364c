import { type Block, textOf } from '../block.ts';
import { newMessage, type QueuedMessage } from './message.ts';
import type { QueueId } from './queue-id.ts';
import { newWaitingLine } from './waiting-line.ts';

/** Messages that are open on one machine, by queue id. Ids are used again, and are unique only while a message is open. */
export interface Queue {
  find(id: QueueId): QueuedMessage | undefined;
  /** Opens a message; one that is open under the same id is let go first. */
  open(block: Block, id: QueueId, time: number): QueuedMessage;
  /** Flushes what a young message holds back as soon as it is `HOLD` old. */
  hold(message: QueuedMessage): void;
  /** Lets a message go a little later: a line of it may be late. */
  remove(message: QueuedMessage, time: number): void;
  /** Does what is due, and lets go of what has been silent for longer than any queue keeps it. */
  sweep(time: number): void;
  end(): void;
  size(): number;
}

/** Seconds a line may come late, in a young message. */
export const HOLD = 3;
/** Seconds a line may come late behind `removed`. */
const GRACE = 10;
/** Seconds between two sweeps, in the log's own time. */
const SWEEP = 1;
/** Seconds: twice Postfix's maximal_queue_lifetime of five days. */
const LONGEST = 10 * 86_400;
/** Open messages on one host; a log without `removed` lines must not fill memory. The oldest are let go. */
const MOST_OPEN = 250_000;

export function newQueue(host: string, flush: (message: QueuedMessage) => void): Queue {
  /** By hash, in the order they were opened; those that share one hang together. Numbers need no string for each line. */
  const open = new Map<number, QueuedMessage>();
  const held = newWaitingLine(flush);
  const removed = newWaitingLine(close);
  let lastSweep = 0;
  /** Lines of one message often follow each other. */
  let latest: QueuedMessage | undefined;

  const find: Queue['find'] = ({ hash, check }) => {
    if (latest !== undefined && latest.hash === hash && latest.check === check) return latest;
    let message = open.get(hash);
    while (message !== undefined && message.check !== check) message = message.next;
    if (message !== undefined) latest = message;
    return message;
  };

  function close(message: QueuedMessage): void {
    unlink(message);
    flush(message);
  }
  function unlink(message: QueuedMessage): void {
    if (latest === message) latest = undefined;
    const first = open.get(message.hash);
    if (first === undefined) return;
    if (first === message) {
      if (message.next === undefined) open.delete(message.hash);
      else open.set(message.hash, message.next);
      return;
    }
    for (let before: QueuedMessage = first; before.next !== undefined; before = before.next)
      if (before.next === message) {
        before.next = message.next;
        return;
      }
  }
  function* all(): Generator<QueuedMessage> {
    for (const first of open.values())
      for (let message: QueuedMessage | undefined = first; message !== undefined; message = message.next) yield message;
  }

  return {
    find,
    open(block, id, time) {
      const { start, end, hash, check } = id;
      const before = find(id);
      if (before !== undefined) close(before);
      if (open.size >= MOST_OPEN)
        for (const oldest of open.values()) {
          close(oldest);
          break;
        }
      const message = newMessage({ queue: textOf(block, start, end), hash, check, host, openedAt: time });
      message.next = open.get(hash);
      open.set(hash, message);
      latest = message;
      return message;
    },
    hold: (message) => held.add(message, message.openedAt + HOLD),
    remove(message, time) {
      if (message.isRemoved) return;
      message.isRemoved = true;
      removed.add(message, time + GRACE);
    },
    sweep(time) {
      if (time - lastSweep < SWEEP && time >= lastSweep) return;
      lastSweep = time;
      held.sweep(time);
      removed.sweep(time);
      for (const message of open.values()) {
        // In the order they were opened: the first that is young enough ends the search.
        if (time - message.lastSeen < LONGEST) break;
        close(message);
      }
    },
    end() {
      for (const message of all()) flush(message);
    },
    size() {
      let left = 0;
      for (const { isRemoved } of all()) if (!isRemoved) left += 1;
      return left;
    },
  };
}
