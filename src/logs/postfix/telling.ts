import { messageUnder } from './lineage.ts';
import { type Machine, MOST_REMEMBERED } from './machine.ts';
import type { QueuedMessage } from './message.ts';
import type { MessageLine, MessageLineKind } from './message-line.ts';
import { HOLD } from './queue.ts';
import { newTag, type Tag, withTag } from './tags.ts';

/** Whether a line begins a new message under an id that is still open. A line that only comes late does not. */
export function isUsedAgain(message: QueuedMessage, kind: MessageLineKind, line: MessageLine, time: number): boolean {
  if (kind === 'client' || kind === 'requeued') {
    const isOld = time - message.openedAt > HOLD;
    return (message.hasClient && (isOld || message.isRemoved)) || (message.isAnnounced && isOld);
  }
  // A log of the queue manager's lines alone: after `removed` it is another message that is as large as no earlier line said.
  if (kind === 'sender') return message.isRemoved && message.size !== undefined && message.size !== line.size;
  return kind === 'message-id' && message.messageId !== undefined && message.messageId !== line.messageId;
}

/** Adds to a message what a line has told of it, where that leads to no event. */
export function learn(message: QueuedMessage, kind: MessageLineKind, line: MessageLine): void {
  switch (kind) {
    case 'requeued':
      message.hasClient = true;
      return;
    case 'client':
      message.hasClient = true;
      if (line.tag !== undefined) message.tags = withTag(message.tags, line.tag);
      return;
    case 'message-id':
      message.messageId ??= line.messageId;
      message.ids = undefined;
      return;
    case 'header':
      if (line.header.from === undefined) message.tags = withTag(message.tags, line.header.tag);
      else message.from ??= line.header.from;
      return;
    case 'dkim':
      sign(message, line.signatures);
      return;
    default:
  }
}

/** Messages with one signature share its list. */
function sign(message: QueuedMessage, signatures: NonNullable<QueuedMessage['dkim']>): void {
  if (message.dkim === undefined) message.dkim = signatures;
  else if (!signatures.every((signature) => message.dkim?.includes(signature)))
    message.dkim = [...message.dkim, ...signatures];
}

/** What notifications are: few words, so one tag each. */
const notificationTags = new Map<string, Tag>();
function notificationTag(what: string): Tag {
  const known = notificationTags.get(what);
  if (known !== undefined) return known;
  const tag = newTag('notification', what);
  notificationTags.set(what, tag);
  return tag;
}

/** A bounce or delay notice was made under an id, whose own lines may have come, or may not (since 3.11). */
export function announceNotification(machine: Machine, id: string, what: string, time: number): void {
  const message = messageUnder(machine, id);
  if (message !== undefined && time - message.openedAt <= HOLD) {
    message.tags = withTag(message.tags, notificationTag(what));
    return;
  }
  if (machine.notifications.size >= MOST_REMEMBERED) machine.notifications.clear();
  machine.notifications.set(id, { what, time });
}

/** Whether a message that is new has been announced as a notification. */
export function recallNotification(machine: Machine, message: QueuedMessage): void {
  if (machine.notifications.size === 0) return;
  const announced = machine.notifications.get(message.queue);
  if (announced === undefined) return;
  machine.notifications.delete(message.queue);
  // The id of an announcement that nothing came of is used again some day.
  if (message.openedAt - announced.time <= HOLD) message.tags = withTag(message.tags, notificationTag(announced.what));
}
