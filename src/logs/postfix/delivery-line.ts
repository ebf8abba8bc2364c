import { type Block, byteAt } from '../block.ts';
import { literal, standsAt } from '../literal.ts';
import { decimalAt } from './decimal.ts';
import { CONNECTION_USE, DELAY, DELAYS, DSN, RELAY, STATUS, TLS } from './delivery-fields.ts';

/**
 * Where the fields of `to=<…>, relay=…, delay=…, delays=…, dsn=…, status=… (…)` stand in a block, as Postfix's log_adhoc(3)
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
  /** Seconds; NaN where it is left out. */
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
const COMMA = 0x2c;
const TO = literal('to=');
const ORIG_TO = literal(' orig_to=');

/** Whether it is a recipient that the line, from behind the queue id on, tells of. */
export const namesRecipient = (block: Block, start: number): boolean => standsAt(block, start, TO);

/** Reads what stands from `start` to `end`, behind the queue id; false where it is no delivery. */
export function readDelivery(block: Block, start: number, end: number, into: DeliveryLine): boolean {
  if (!namesRecipient(block, start)) return false;
  // A quoted recipient may have commas of its own (RFC 5321 §4.1.2), and whoever makes one up whole fields: `"x>, relay=…`.
  const from = start + TO.length;
  let comma = byteAt(block, COMMA, block.bytes[from] === LESS ? behindQuoted(block, from + 1, end) : from, end);
  const toEnd = comma;
  while (comma < end && !standsAt(block, comma + 1, RELAY)) comma = byteAt(block, COMMA, comma + 1, end);
  if (comma >= end) return false;
  setRecipient(block, from, toEnd, comma, into);
  into.relayAt = comma + 1 + RELAY.length;
  comma = into.relayEnd = byteAt(block, COMMA, into.relayAt, end);
  into.connectionUse = 1;
  if (standsAt(block, comma + 1, CONNECTION_USE)) {
    const next = byteAt(block, COMMA, comma + 1, end);
    into.connectionUse = decimalAt(block, comma + 1 + CONNECTION_USE.length, next);
    comma = next;
  }
  if (!standsAt(block, comma + 1, DELAY)) return false;
  const delayEnd = byteAt(block, COMMA, comma + 1, end);
  into.delay = decimalAt(block, comma + 1 + DELAY.length, delayEnd);
  comma = delayEnd;
  into.delaysAt = into.delaysEnd = into.tlsAt = into.tlsEnd = into.dsnAt = into.dsnEnd = comma;
  if (standsAt(block, comma + 1, DELAYS)) {
    into.delaysAt = comma + 1 + DELAYS.length;
    comma = into.delaysEnd = byteAt(block, COMMA, into.delaysAt, end);
  }
  if (standsAt(block, comma + 1, TLS)) {
    into.tlsAt = comma + 1 + TLS.length;
    comma = into.tlsEnd = byteAt(block, COMMA, into.tlsAt, end);
  }
  if (standsAt(block, comma + 1, DSN)) {
    into.dsnAt = comma + 1 + DSN.length;
    comma = into.dsnEnd = byteAt(block, COMMA, into.dsnAt, end);
  }
  if (comma >= end || !standsAt(block, comma + 1, STATUS)) return false;
  into.statusAt = comma + 1 + STATUS.length;
  setReply(block, end, into);
  return true;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where a quoted local part that begins at `at` ends; `at` where none begins, or it has no end. */
export function behindQuoted({ bytes }: Block, at: number, end: number): number {
  if (bytes[at] !== QUOTE) return at;
  for (let next = at + 1; next < end; next += 1) {
    if (bytes[next] === QUOTE) return next + 1;
    if (bytes[next] === BACKSLASH) next += 1;
  }
  return at;
}

/** Some templates leave the angle brackets out. `, orig_to=<…>` may follow. */
export function setRecipient(
  block: Block,
  from: number,
  firstComma: number,
  relayComma: number,
  into: DeliveryLine,
): void {
  const { bytes } = block;
  let to = firstComma;
  const isBracketed = bytes[from] === LESS;
  // The first comma is a quoted recipient's own.
  while (to < relayComma && (isBracketed ? bytes[to - 1] !== GREATER : !standsAt(block, to + 1, ORIG_TO)))
    to = byteAt(block, COMMA, to + 1, relayComma);
  const hasEnd = isBracketed && bytes[to - 1] === GREATER;
  into.toAt = hasEnd ? from + 1 : from;
  into.toEnd = hasEnd ? to - 1 : to;
}

export function setReply(block: Block, end: number, into: DeliveryLine): void {
  const { bytes } = block;
  const at = byteAt(block, BLANK, into.statusAt, end);
  into.statusEnd = at;
  into.replyAt = into.replyEnd = end;
  if (at >= end || bytes[at + 1] !== OPEN) return;
  into.replyAt = at + 2;
  // Some logs have the message's length behind it.
  let last = end - 1;
  while (last > into.replyAt && bytes[last] !== CLOSE) last -= 1;
  if (last > into.replyAt) into.replyEnd = last;
}
