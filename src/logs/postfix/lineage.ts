import { textBlocks } from '../block.ts';
import type { Machine } from './machine.ts';
import type { QueuedMessage } from './message.ts';
import { newQueueId, readQueueId } from './queue-id.ts';

/*
 * Messages that go on under another queue id: handed back by a filter, led on by an alias, queued anew by an administrator.
 */

const blockOf = textBlocks();
const place = newQueueId();

/** The message that is open under a queue id which stands elsewhere than at the beginning of a line. */
export const messageUnder = (machine: Machine, id: string): QueuedMessage | undefined =>
  readQueueId(blockOf(`${id}: `).block, 0, place) ? machine.queue.find(place) : undefined;

/** `250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 4ABC…`, and what local(8) says of an alias. */
const NEXT = /\b(?:queued|forwarded) as (\w{5,24})\W*$/;

/** Under which id a filter or an alias says that a message goes on. */
export const nextId = (reply: string): string | undefined => NEXT.exec(reply)?.[1];

/** It was sent by the same, whoever handed it in this time. */
export function inherit(message: QueuedMessage, before: QueuedMessage): void {
  if (before === message) return;
  if (message.tags['sasl'] === undefined) message.tags = allTags(before.tags, message.tags);
  message.dkim ??= before.dkim;
}

/** Mostly the later ones are none, or the same: then messages go on sharing the earlier. */
function allTags(earlier: QueuedMessage['tags'], later: QueuedMessage['tags']): QueuedMessage['tags'] {
  return Object.entries(later).every(([name, value]) => earlier[name] === value) ? earlier : { ...earlier, ...later };
}

/** postsuper -r: the very same message, under a new id. It is known by the one it had first. */
export function goOn(message: QueuedMessage, before: QueuedMessage): void {
  message.queue = before.queue;
  message.envelopeFrom = before.envelopeFrom;
  message.size = before.size;
  message.messageId = before.messageId;
  message.from = before.from;
  message.dkim = before.dkim;
  message.tags = before.tags;
  message.deferred = before.deferred;
  message.isAnnounced = before.isAnnounced;
  before.deferred = undefined;
}
