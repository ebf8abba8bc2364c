import { NO_TAGS } from '../draft.ts';
import type { Draft, EventIds } from '../event.ts';
import { type Signature } from './signatures.ts';
import type { Tags } from './tags.ts';

/** What was said last to a recipient who still waits. */
export interface Said {
  attempts: number;
  readonly recipientDomain: string;
  code: number | undefined;
  enhancedCode: string | undefined;
  diagnostic: string | undefined;
  command: string | undefined;
}

/** A message in the queue, as far as its lines have told. All fields are there from the beginning: there are many of it. */
export interface QueuedMessage {
  /** The one it had first, where it was queued anew. */
  queue: string;
  /** Both of its queue id. */
  readonly hash: number;
  readonly check: number;
  /** Another message whose id has the same hash. */
  next: QueuedMessage | undefined;
  readonly host: string;
  /** Made once for all its events. */
  ids: EventIds | undefined;
  envelopeFrom: string | undefined;
  size: number | undefined;
  messageId: string | undefined;
  from: string | undefined;
  /** Whether it was told who handed it in. Only a new message has such a line: where one comes again, the id is used again. */
  hasClient: boolean;
  dkim: readonly Signature[] | undefined;
  tags: Tags;
  /** Recipients that were deferred: how often they were tried, and what was said last. */
  deferred: Map<string, Said> | undefined;
  /** Events that are held back while the message is young: lines of different processes change places. */
  waiting: Draft | undefined;
  waitingToo: Draft[] | undefined;
  /** It was given up, or deleted: told to those who still wait then when it is let go, as a line of the last attempt may be late. */
  ending: Draft | undefined;
  /** Hashes of what was told of it last; 0 for none. Most have two. */
  told: number;
  toldToo: number;
  toldMore: number[] | undefined;
  isAnnounced: boolean;
  isRemoved: boolean;
  readonly openedAt: number;
  lastSeen: number;
}

export function newMessage({
  queue,
  hash,
  check,
  host,
  openedAt,
}: Pick<QueuedMessage, 'queue' | 'hash' | 'check' | 'host' | 'openedAt'>): QueuedMessage {
  return {
    queue,
    hash,
    check,
    next: undefined,
    host,
    ids: undefined,
    envelopeFrom: undefined,
    size: undefined,
    messageId: undefined,
    from: undefined,
    hasClient: false,
    dkim: undefined,
    tags: NO_TAGS,
    deferred: undefined,
    waiting: undefined,
    waitingToo: undefined,
    ending: undefined,
    told: 0,
    toldToo: 0,
    toldMore: undefined,
    isAnnounced: false,
    isRemoved: false,
    openedAt,
    lastSeen: openedAt,
  };
}
