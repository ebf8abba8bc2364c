import { ownCopy } from '../../core/own-copy.ts';
import { spanCache, spanNames } from '../span-cache.ts';
import { decimalAt } from './decimal.ts';
import { headerReader, type Header } from './header-line.ts';
import type { Role } from './roles.ts';
import { type Signature, signatureReader } from './signatures.ts';
import { newTag, tagsNamed, type Tag } from './tags.ts';

/** What a line says of a message that is not a delivery. */
export type MessageLineKind =
  | 'client'
  | 'message-id'
  | 'header'
  | 'dkim'
  | 'sender'
  | 'expired'
  | 'removed'
  /** A bounce or a delay notice was made, under another queue id. */
  | 'notification'
  | 'aside'
  /** It looks as if it told something, and cannot be read. */
  | 'unknown';

/**
 * Each kind has fields of its own; in the others, something older stands. One object is used again and again. Its strings
 * are copies: they are kept.
 */
export interface MessageLine {
  /** `client`: who handed it in, where that is said. */
  tag: Tag | undefined;
  /** `message-id` */
  messageId: string;
  /** `header` */
  header: Header;
  /** `dkim` */
  signatures: readonly Signature[];
  /** `sender` and `expired` */
  envelopeFrom: string;
  /** `sender` */
  size: number;
  /** `notification`: its own id, and what it is. */
  queue: string;
  what: string;
}

const NO_HEADER: Header = { tag: newTag('', ''), from: undefined };

export const newMessageLine = (): MessageLine => ({
  tag: undefined,
  messageId: '',
  header: NO_HEADER,
  signatures: [],
  envelopeFrom: '',
  size: 0,
  queue: '',
  what: '',
});

const NOTIFICATION = /^(?:sender|postmaster) (non-delivery|delay|delivery status) notification: (\w+)/;
const PICKUP = /^uid=(\d+) from=</;
const GREATER = 0x3e;
const LESS = 0x3c;

/** Reads what stands from `start` to `end`, behind the queue id. */
export function messageLineReader(
  into: MessageLine,
): (text: string, start: number, end: number, role: Role) => MessageLineKind {
  const senders = spanNames();
  const headerIn = headerReader();
  const signaturesIn = signatureReader();
  const saslTag = tagsNamed('sasl');
  const uidTag = spanCache((uid) => newTag('uid', uid));

  const queueManager = (text: string, start: number, end: number): MessageLineKind => {
    if (!text.startsWith('from=<', start)) return text.startsWith('removed', start) ? 'removed' : 'aside';
    const comma = afterSender(text, start + 6, end);
    if (comma < 0) return 'unknown';
    into.envelopeFrom = senders(text, start + 6, comma - 1);
    if (text.startsWith(' size=', comma + 1)) {
      const next = text.indexOf(',', comma + 7);
      into.size = decimalAt(text, comma + 7, next < 0 || next > end ? end : next);
      return 'sender';
    }
    if (!text.startsWith(' status=', comma + 1)) return 'unknown';
    return text.startsWith('expired', comma + 9) || text.startsWith('force-expired', comma + 9) ? 'expired' : 'aside';
  };

  const cleanup = (text: string, start: number, end: number): MessageLineKind => {
    if (!text.startsWith('message-id=', start)) {
      const header = headerIn(text, start, end);
      if (header === undefined) return 'aside';
      into.header = header;
      return 'header';
    }
    const at = start + 11;
    const isBracketed = text.charCodeAt(at) === LESS && text.charCodeAt(end - 1) === GREATER && end > at + 1;
    into.messageId = ownCopy(isBracketed ? text.slice(at + 1, end - 1) : text.slice(at, end));
    return 'message-id';
  };

  const client = (text: string, start: number, end: number): MessageLineKind => {
    if (!text.startsWith('client=', start)) return 'aside';
    into.tag = undefined;
    const comma = text.indexOf(', ', start);
    if (comma < 0 || comma >= end) return 'client';
    const named = text.indexOf('sasl_username=', comma);
    if (named < 0 || named >= end) return 'client';
    let to = text.indexOf(',', named);
    if (to < 0 || to > end) to = end;
    into.tag = saslTag(text, named + 14, to);
    return 'client';
  };

  const pickup = (text: string, start: number, end: number): MessageLineKind => {
    const match = PICKUP.exec(text.slice(start, end));
    if (match === null) return 'aside';
    into.tag = uidTag(text, start + 4, start + 4 + (match[1] ?? '').length);
    return 'client';
  };

  const notification = (text: string): MessageLineKind => {
    const match = NOTIFICATION.exec(text);
    if (match === null) return 'aside';
    const [, what = '', queue = ''] = match;
    into.what = what === 'non-delivery' ? 'bounce' : what;
    into.queue = ownCopy(queue);
    return 'notification';
  };

  return (text, start, end, role) => {
    switch (role) {
      case 'queue manager':
        return queueManager(text, start, end);
      case 'cleanup':
        return cleanup(text, start, end);
      case 'client':
        return client(text, start, end);
      case 'pickup':
        return pickup(text, start, end);
      case 'notification':
        return notification(text.slice(start, end));
      case 'signer': {
        into.signatures = signaturesIn(text, start, end);
        return into.signatures.length === 0 ? 'aside' : 'dkim';
      }
      case 'postsuper':
        return text.startsWith('removed', start) ? 'removed' : 'aside';
      default:
        return 'aside';
    }
  };
}

/** The comma behind `…>`, from the beginning of the address on: it may have commas of its own. */
function afterSender(text: string, from: number, end: number): number {
  let comma = text.indexOf(',', from);
  while (comma > 0 && comma < end && text.charCodeAt(comma - 1) !== GREATER) comma = text.indexOf(',', comma + 1);
  return comma < end ? comma : -1;
}
