import { decimalAt } from './decimal.ts';

/**
 * Where the fields of `to=<…>, relay=…, delay=…, delays=…, dsn=…, status=… (…)` stand in a text, as Postfix's log_adhoc(3)
 * writes it. One object is used again and again; an empty field is not there.
 */
export interface DeliveryLine {
  /** Without brackets. */
  toAt: number;
  toEnd: number;
  /** `none`, `local`, `mx.example[192.0.2.1]:25`. All before it names the recipient, and perhaps what it was before aliases. */
  relayAt: number;
  relayEnd: number;
  /** How often the connection has been used, where it was kept open. */
  connectionUse: number;
  /** Seconds. */
  delay: number;
  /** `a/b/c/d`; not before Postfix 2.3. */
  delaysAt: number;
  delaysEnd: number;
  /** Since 3.11: what the TLS level asked for, and what came of it. */
  tlsAt: number;
  tlsEnd: number;
  /** Not before Postfix 2.3. */
  dsnAt: number;
  dsnEnd: number;
  statusAt: number;
  statusEnd: number;
  /** Within its parentheses. */
  replyAt: number;
  replyEnd: number;
}

export const newDeliveryLine = (): DeliveryLine => ({
  toAt: 0,
  toEnd: 0,
  relayAt: 0,
  relayEnd: 0,
  connectionUse: 1,
  delay: 0,
  delaysAt: 0,
  delaysEnd: 0,
  tlsAt: 0,
  tlsEnd: 0,
  dsnAt: 0,
  dsnEnd: 0,
  statusAt: 0,
  statusEnd: 0,
  replyAt: 0,
  replyEnd: 0,
});

const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN = 0x28;
const CLOSE = 0x29;
const BLANK = 0x20;
const R = 0x72;

/** Reads what stands from `start` to `end`, behind the queue id; false where it is no delivery. */
export function readDelivery(text: string, start: number, end: number, into: DeliveryLine): boolean {
  if (!text.startsWith('to=', start)) return false;
  // A quoted recipient may have commas of its own (RFC 5321 §4.1.2).
  let comma = text.indexOf(',', start);
  const toEnd = comma;
  while (comma > 0 && comma < end && !(text.charCodeAt(comma + 2) === R && text.startsWith(' relay=', comma + 1)))
    comma = text.indexOf(',', comma + 1);
  if (comma < 0 || comma >= end) return false;
  setRecipient(text, start + 3, toEnd, comma, into);
  into.relayAt = comma + 8;
  comma = into.relayEnd = text.indexOf(',', into.relayAt);
  into.connectionUse = 1;
  if (text.startsWith(' conn_use=', comma + 1)) {
    const next = text.indexOf(',', comma + 1);
    into.connectionUse = decimalAt(text, comma + 11, next);
    comma = next;
  }
  if (comma < 0 || !text.startsWith(' delay=', comma + 1)) return false;
  const delayEnd = text.indexOf(',', comma + 1);
  into.delay = decimalAt(text, comma + 8, delayEnd);
  comma = delayEnd;
  into.delaysAt = into.delaysEnd = into.tlsAt = into.tlsEnd = into.dsnAt = into.dsnEnd = comma;
  if (text.startsWith(' delays=', comma + 1)) {
    into.delaysAt = comma + 9;
    comma = into.delaysEnd = text.indexOf(',', comma + 1);
  }
  if (text.startsWith(' tls=', comma + 1)) {
    into.tlsAt = comma + 6;
    comma = into.tlsEnd = text.indexOf(',', comma + 1);
  }
  if (text.startsWith(' dsn=', comma + 1)) {
    into.dsnAt = comma + 6;
    comma = into.dsnEnd = text.indexOf(',', comma + 1);
  }
  if (comma < 0 || comma >= end || !text.startsWith(' status=', comma + 1)) return false;
  into.statusAt = comma + 9;
  setReply(text, end, into);
  return true;
}

/** Some templates leave the angle brackets out. `, orig_to=<…>` may follow. */
function setRecipient(text: string, from: number, firstComma: number, relayComma: number, into: DeliveryLine): void {
  let to = firstComma;
  const isBracketed = text.charCodeAt(from) === LESS;
  // The first comma is a quoted recipient's own.
  while (to < relayComma && (isBracketed ? text.charCodeAt(to - 1) !== GREATER : !text.startsWith(' orig_to=', to + 1)))
    to = text.indexOf(',', to + 1);
  const hasEnd = isBracketed && text.charCodeAt(to - 1) === GREATER;
  into.toAt = hasEnd ? from + 1 : from;
  into.toEnd = hasEnd ? to - 1 : to;
}

function setReply(text: string, end: number, into: DeliveryLine): void {
  let at = into.statusAt;
  while (at < end && text.charCodeAt(at) !== BLANK) at += 1;
  into.statusEnd = at;
  into.replyAt = into.replyEnd = end;
  if (at >= end || text.charCodeAt(at + 1) !== OPEN) return;
  into.replyAt = at + 2;
  // Some logs have the message's length behind it.
  let last = end - 1;
  while (last > into.replyAt && text.charCodeAt(last) !== CLOSE) last -= 1;
  if (last > into.replyAt) into.replyEnd = last;
}
