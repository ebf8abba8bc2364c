import { type Block, byteAt, textOf } from '../block.ts';
import { literal, literalAt, standsAt } from '../literal.ts';
import { digitsEnd } from '../syslog/process-id.ts';
import { decimalAt } from './decimal.ts';
import { behindQuoted } from './delivery-line.ts';
import { type Discarded, discardedIn } from './discarded.ts';
import { headerReader, type Header } from './header-line.ts';
import type { Role } from './roles.ts';
import { type Signature, signatureReader } from './signatures.ts';
import { newTag, type Tag, tagsNamed } from './tags.ts';

/** What a line says of a message that is not a delivery. */
export type MessageLineKind =
  | 'client'
  /** The same message as under another queue id: postsuper -r. */
  | 'requeued'
  | 'message-id'
  | 'header'
  | 'dkim'
  | 'sender'
  | 'expired'
  | 'removed'
  /** Taken and thrown away, before it came into the queue. */
  | 'discarded'
  /** A bounce or a delay notice was made, under another queue id. */
  | 'notification'
  | 'aside'
  /** It looks as if it told something, and cannot be read. */
  | 'unknown';

/**
 * Each kind has fields of its own; in the others, something older stands. One object is used again and again. Its strings
 * may be kept.
 */
export interface MessageLine {
  /** `client`: who handed it in, where that is said. */
  tag: Tag | undefined;
  /** `client` and `requeued`: where the queue id stands that it had before; empty where it had none. */
  originAt: number;
  originEnd: number;
  /** `message-id` */
  messageId: string;
  /** `header` */
  header: Header;
  /** `dkim` */
  signatures: readonly Signature[];
  /** `sender` and `expired`: where the envelope-from stands; the end is below 0 where it is lost. Most are told twice, and kept once. */
  fromAt: number;
  fromEnd: number;
  /** `sender`; below 0 where it is left out. */
  size: number;
  /** `discarded` */
  discarded: Discarded | undefined;
  /** `notification`: its own id, and what it is. */
  queue: string;
  what: string;
}

const NO_HEADER: Header = { tag: newTag('', ''), from: undefined };

export const newMessageLine = (): MessageLine => ({
  tag: undefined,
  originAt: 0,
  originEnd: 0,
  messageId: '',
  header: NO_HEADER,
  signatures: [],
  fromAt: 0,
  fromEnd: 0,
  size: 0,
  discarded: undefined,
  queue: '',
  what: '',
});

const NOTIFICATION = /^(?:sender|postmaster) (non-delivery|delay|delivery status) notification: (\w+)/;
const GREATER = 0x3e;
const LESS = 0x3c;
const COMMA = 0x2c;
const FROM = literal('from=<');
/** Where the sender should stand. */
const FROM_LOST = literal('from=, size=');
const SIZE = literal(' size=');
const STATUS = literal(' status=');
const RECIPIENTS = literal(' nrcpt=');
const EXPIRED = literal('expired');
const FORCE_EXPIRED = literal('force-expired');
const REMOVED = literal('removed');
const MESSAGE_ID = literal('message-id=');
const DISCARD = literal('discard: ');
const MILTER_DISCARD = literal('milter-discard: ');
const CLIENT = literal('client=');
const SASL_USER = literal('sasl_username=');
const ORIGIN = literal('orig_queue_id=');
const UID = literal('uid=');
const PICKED_UP = literal(' from=<');
/** Behind the sender (pickup.c), whose address may hold anything. */
const REQUEUED = literal('> orig_id=');

/** Reads what stands from `start` to `end`, behind the queue id. */
export function messageLineReader(
  into: MessageLine,
): (block: Block, start: number, end: number, role: Role) => MessageLineKind {
  const headerIn = headerReader();
  const signaturesIn = signatureReader();
  const userTags = tagsNamed('sasl');
  const uidTags = tagsNamed('uid');

  const queueManager = (block: Block, start: number, end: number): MessageLineKind => {
    if (!standsAt(block, start, FROM)) {
      if (standsAt(block, start, FROM_LOST)) return withoutSender(block, start, end);
      return standsAt(block, start, REMOVED) ? 'removed' : 'aside';
    }
    const from = start + FROM.length;
    const comma = afterSender(block, from, end);
    if (comma >= end) return 'unknown';
    into.fromAt = from;
    into.fromEnd = comma - 1;
    const field = comma + 1;
    if (standsAt(block, field, SIZE)) {
      const sizeAt = field + SIZE.length;
      into.size = decimalAt(block, sizeAt, byteAt(block, COMMA, sizeAt, end));
      return 'sender';
    }
    if (standsAt(block, field, RECIPIENTS)) {
      into.size = -1;
      return 'sender';
    }
    if (!standsAt(block, field, STATUS)) return 'unknown';
    const status = field + STATUS.length;
    return standsAt(block, status, EXPIRED) || standsAt(block, status, FORCE_EXPIRED) ? 'expired' : 'aside';
  };

  /** A page has taken what is in angle brackets for a mark of its own. */
  const withoutSender = (block: Block, start: number, end: number): MessageLineKind => {
    const sizeAt = start + FROM_LOST.length;
    into.fromAt = 0;
    into.fromEnd = -1;
    into.size = decimalAt(block, sizeAt, byteAt(block, COMMA, sizeAt, end));
    return 'sender';
  };

  const cleanup = (block: Block, start: number, end: number): MessageLineKind => {
    if (!standsAt(block, start, MESSAGE_ID)) {
      const header = headerIn(block, start, end);
      if (header === undefined) return thrownAway(block, start, end);
      into.header = header;
      return 'header';
    }
    const { bytes } = block;
    const at = start + MESSAGE_ID.length;
    const isBracketed = bytes[at] === LESS && bytes[end - 1] === GREATER && end > at + 1;
    into.messageId = isBracketed ? textOf(block, at + 1, end - 1) : textOf(block, at, end);
    return 'message-id';
  };

  const thrownAway = (block: Block, start: number, end: number): MessageLineKind => {
    if (!standsAt(block, start, DISCARD) && !standsAt(block, start, MILTER_DISCARD)) return 'aside';
    into.discarded = discardedIn(textOf(block, start, end));
    return into.discarded === undefined ? 'aside' : 'discarded';
  };

  const client = (block: Block, start: number, end: number): MessageLineKind => {
    if (!standsAt(block, start, CLIENT)) return 'aside';
    const more = byteAt(block, COMMA, start, end);
    const origin = more < end ? literalAt(block, ORIGIN, more, end) : -1;
    into.originAt = origin < 0 ? end : origin + ORIGIN.length;
    into.originEnd = byteAt(block, COMMA, into.originAt, end);
    const named = literalAt(block, SASL_USER, more, end);
    into.tag = named < 0 ? undefined : userTags(block, named + SASL_USER.length, byteAt(block, COMMA, named, end));
    return 'client';
  };

  const pickup = (block: Block, start: number, end: number): MessageLineKind => {
    const uidAt = start + UID.length;
    const uidEnd = digitsEnd(block, uidAt, end);
    if (uidEnd === uidAt || !standsAt(block, start, UID) || !standsAt(block, uidEnd, PICKED_UP)) return 'aside';
    into.originAt = into.originEnd = end;
    const requeued = literalAt(block, REQUEUED, uidEnd, end);
    if (requeued >= 0) {
      into.originAt = requeued + REQUEUED.length;
      return 'requeued';
    }
    into.tag = uidTags(block, uidAt, uidEnd);
    return 'client';
  };

  const notification = (line: string): MessageLineKind => {
    const match = NOTIFICATION.exec(line);
    if (match === null) return 'aside';
    const [, what = '', queue = ''] = match;
    into.what = what === 'non-delivery' ? 'bounce' : what;
    into.queue = queue;
    return 'notification';
  };

  return (block, start, end, role) => {
    switch (role) {
      case 'queue manager':
        return queueManager(block, start, end);
      case 'cleanup':
        return cleanup(block, start, end);
      case 'client':
        return client(block, start, end);
      case 'pickup':
        return pickup(block, start, end);
      case 'notification':
        return notification(textOf(block, start, end));
      case 'signer': {
        into.signatures = signaturesIn(block, start, end);
        return into.signatures.length === 0 ? 'aside' : 'dkim';
      }
      case 'postsuper':
        return standsAt(block, start, REMOVED) ? 'removed' : 'aside';
      default:
        return 'aside';
    }
  };
}

/** The comma behind `…>`, from the beginning of the address on: it may have commas of its own; `end` where there is none. */
function afterSender(block: Block, from: number, end: number): number {
  let comma = byteAt(block, COMMA, behindQuoted(block, from, end), end);
  while (comma < end && block.bytes[comma - 1] !== GREATER) comma = byteAt(block, COMMA, comma + 1, end);
  return comma;
}
