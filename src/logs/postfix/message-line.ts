import { ownCopy } from '../../core/own-copy.ts';
import { spanCache, spanNames } from '../span-cache.ts';
import { decimalAt } from './decimal.ts';
import { headerReader, type Header } from './header-line.ts';
import type { Role } from './roles.ts';
import { type Signature, signatureReader } from './signatures.ts';
import { newTag, tagsNamed, type Tag } from './tags.ts';

/** What a line says of a message that is not a delivery. Its strings are copies: they are kept. */
export type MessageLine =
  | { readonly kind: 'client'; readonly tag: Tag | undefined }
  | { readonly kind: 'message-id'; readonly messageId: string }
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'dkim'; readonly signatures: readonly Signature[] }
  | { readonly kind: 'sender'; readonly envelopeFrom: string; readonly size: number }
  | { readonly kind: 'expired'; readonly envelopeFrom: string }
  | { readonly kind: 'removed' }
  /** A bounce or a delay notice was made, under this queue id. */
  | { readonly kind: 'notification'; readonly queue: string; readonly what: string }
  | { readonly kind: 'aside' }
  /** It looks as if it told something, and cannot be read. */
  | { readonly kind: 'unknown' };

const ASIDE: MessageLine = { kind: 'aside' };
const REMOVED: MessageLine = { kind: 'removed' };
const UNKNOWN: MessageLine = { kind: 'unknown' };
const CLIENT: MessageLine = { kind: 'client', tag: undefined };
const NOTIFICATION = /^(?:sender|postmaster) (non-delivery|delay|delivery status) notification: (\w+)/;
const PICKUP = /^uid=(\d+) from=</;
const GREATER = 0x3e;
const LESS = 0x3c;

/** Reads what stands from `start` to `end`, behind the queue id. */
export function messageLineReader(): (text: string, start: number, end: number, role: Role) => MessageLine {
  const senders = spanNames();
  const headerIn = headerReader();
  const signaturesIn = signatureReader();
  const saslTag = tagsNamed('sasl');
  const uidTag = spanCache((uid) => newTag('uid', uid));

  const queueManager = (text: string, start: number, end: number): MessageLine => {
    if (!text.startsWith('from=<', start)) return text.startsWith('removed', start) ? REMOVED : ASIDE;
    const comma = afterSender(text, start + 6, end);
    if (comma < 0) return UNKNOWN;
    const envelopeFrom = senders(text, start + 6, comma - 1);
    if (text.startsWith(' size=', comma + 1)) {
      const next = text.indexOf(',', comma + 7);
      return { kind: 'sender', envelopeFrom, size: decimalAt(text, comma + 7, next < 0 || next > end ? end : next) };
    }
    if (!text.startsWith(' status=', comma + 1)) return UNKNOWN;
    return text.startsWith('expired', comma + 9) || text.startsWith('force-expired', comma + 9)
      ? { kind: 'expired', envelopeFrom }
      : ASIDE;
  };

  const cleanup = (text: string, start: number, end: number): MessageLine => {
    if (!text.startsWith('message-id=', start)) {
      const header = headerIn(text, start, end);
      return header === undefined ? ASIDE : { kind: 'header', header };
    }
    const at = start + 11;
    const isBracketed = text.charCodeAt(at) === LESS && text.charCodeAt(end - 1) === GREATER && end > at + 1;
    return { kind: 'message-id', messageId: ownCopy(isBracketed ? text.slice(at + 1, end - 1) : text.slice(at, end)) };
  };

  const client = (text: string, start: number, end: number): MessageLine => {
    if (!text.startsWith('client=', start)) return ASIDE;
    const comma = text.indexOf(', ', start);
    if (comma < 0 || comma >= end) return CLIENT;
    const named = text.indexOf('sasl_username=', comma);
    if (named < 0 || named >= end) return CLIENT;
    let to = text.indexOf(',', named);
    if (to < 0 || to > end) to = end;
    return { kind: 'client', tag: saslTag(text, named + 14, to) };
  };

  const pickup = (text: string, start: number, end: number): MessageLine => {
    const match = PICKUP.exec(text.slice(start, end));
    if (match === null) return ASIDE;
    return { kind: 'client', tag: uidTag(text, start + 4, start + 4 + (match[1] ?? '').length) };
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
        const signatures = signaturesIn(text, start, end);
        return signatures.length === 0 ? ASIDE : { kind: 'dkim', signatures };
      }
      case 'postsuper':
        return text.startsWith('removed', start) ? REMOVED : ASIDE;
      default:
        return ASIDE;
    }
  };
}

/** The comma behind `…>`, from the beginning of the address on: it may have commas of its own. */
function afterSender(text: string, from: number, end: number): number {
  let comma = text.indexOf(',', from);
  while (comma > 0 && comma < end && text.charCodeAt(comma - 1) !== GREATER) comma = text.indexOf(',', comma + 1);
  return comma < end ? comma : -1;
}

function notification(text: string): MessageLine {
  const match = NOTIFICATION.exec(text);
  if (match === null) return ASIDE;
  const [, what = '', queue = ''] = match;
  return { kind: 'notification', what: what === 'non-delivery' ? 'bounce' : what, queue: ownCopy(queue) };
}
