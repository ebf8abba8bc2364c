import { foldedName } from '../../protocols/domain.ts';
import { type Block, byteAt, textOf } from '../block.ts';
import { newDraft } from '../draft.ts';
import type { Delay, Draft, MailEvent } from '../event.ts';
import { literal, standsAt } from '../literal.ts';
import { spanCache, spanNames } from '../span-cache.ts';
import { decimalAt } from './decimal.ts';
import type { DeliveryLine } from './delivery-line.ts';
import type { QueuedMessage } from './message.ts';
import { hopOf, relayReader, type Relay } from './relay.ts';
import { replyReader } from './reply.ts';
import { isProgram } from './roles.ts';
import { tlsFieldReader } from './tls.ts';

const SENT = literal('sent');

/** An event of which only the kind and the time are known. */
export const newEvent = (kind: MailEvent['kind'], time: number, timeAssumed: MailEvent['timeAssumed']): Draft =>
  newDraft('postfix', kind, time, timeAssumed);

/** What a delivery agent's line comes to: one attempt for one recipient. */
export interface Deliveries {
  kindOf(block: Block, line: DeliveryLine, service: string): MailEvent['kind'] | 'probe' | undefined;
  /** Fills in what the line says; gives the relay, for what else is known of the connection. */
  fill(event: Draft, block: Block, line: DeliveryLine, service: string, message: QueuedMessage): Relay;
}

export function deliveries(): Deliveries {
  const relayIn = relayReader();
  const domainIn = spanCache(foldedName);
  const words = spanNames();
  const tlsIn = tlsFieldReader();
  const replyIn = replyReader();
  return {
    kindOf: (block, { statusAt, statusEnd }, service) =>
      statusEnd === statusAt + SENT.length && service !== 'discard' && standsAt(block, statusAt, SENT)
        ? 'delivered'
        : kindOf(words(block, statusAt, statusEnd), service),
    fill(event, block, line, service, message) {
      const { toAt, toEnd, tlsAt, tlsEnd, dsnAt, dsnEnd } = line;
      const reply = replyIn(block, line.replyAt, line.replyEnd);
      const relay = relayIn(block, line.relayAt, line.relayEnd);
      const recipient = textOf(block, toAt, toEnd);
      const attempts = (message.deferred?.get(recipient)?.attempts ?? 0) + (reply.suspended ? 0 : 1);
      // Pages that show a log take what is in angle brackets for a tag.
      event.recipient = recipient === '' ? undefined : recipient;
      event.recipientDomain = domainIn(block, domainAt(block, toAt, toEnd), toEnd);
      event.relay = relay.peer ?? (service === 'smtp' ? relay.named : undefined);
      event.hop = hopOf(relay, service, reply.text);
      if (relay.place !== 'outside' && event.kind === 'delivered' && isDiscarded(reply.text, relay, service))
        event.kind = 'dropped';
      event.delay = delayOf(block, line);
      // Held back before it was tried for the first time.
      event.attempt = attempts === 0 ? undefined : attempts;
      event.tls = tlsEnd > tlsAt ? tlsIn(block, tlsAt, tlsEnd).tls : undefined;
      event.code = reply.code;
      event.enhancedCode = reply.enhancedCode ?? (dsnEnd > dsnAt ? words(block, dsnAt, dsnEnd) : undefined);
      event.diagnostic = reply.text;
      event.command = reply.command;
      return relay;
    },
  };
}

/** amavis: `250 2.7.0 Ok, discarded, id=01234-05 - spam`; `250 2.5.0 Ok, id=01234-05, BOUNCE`. */
const FILTERED = /^250 [\d.]+ Ok, (?:discarded\b|id=\S+, BOUNCE\b)/;
/**
 * local(8): an alias that leads nowhere, or to a file that keeps nothing; a filter that lets nobody have it; discard(8),
 * which alone takes mail and speaks to nobody, where the tag does not name the program.
 */
const isDiscarded = (reply: string, { text }: Relay, service: string): boolean =>
  (text === 'none' && !isProgram(service)) ||
  reply === 'discarded' ||
  reply === 'delivered to file: /dev/null' ||
  FILTERED.test(reply);

/** `probe`: of a recipient who is only asked about (address verification, `sendmail -bv`). */
function kindOf(status: string, service: string): MailEvent['kind'] | 'probe' | undefined {
  if (status.startsWith('deliverable') || status.startsWith('undeliverable')) return 'probe';
  if (service === 'discard') return 'dropped';
  if (status === 'sent') return 'delivered';
  // With soft_bounce, which turns bounces into deferrals.
  if (status === 'deferred' || status === 'SOFTBOUNCE') return 'deferred';
  return status === 'bounced' || status === 'expired' ? status : undefined;
}

const AT = 0x40;
/** Behind the last `@`; the end where there is none. */
function domainAt({ bytes }: Block, start: number, end: number): number {
  for (let at = end - 1; at >= start; at -= 1) if (bytes[at] === AT) return at + 1;
  return end;
}

const SLASH = 0x2f;

/** `a/b/c/d` of postconf(5), `delay_logging_resolution_limit`. */
function delayOf(block: Block, { delay, delaysAt, delaysEnd }: DeliveryLine): Delay | undefined {
  if (Number.isNaN(delay)) return undefined;
  const a = byteAt(block, SLASH, delaysAt, delaysEnd);
  const b = byteAt(block, SLASH, a + 1, delaysEnd);
  const c = byteAt(block, SLASH, b + 1, delaysEnd);
  if (c >= delaysEnd) return { total: delay };
  return {
    total: delay,
    before: decimalAt(block, delaysAt, a),
    queue: decimalAt(block, a + 1, b),
    connect: decimalAt(block, b + 1, c),
    transmit: decimalAt(block, c + 1, delaysEnd),
  };
}
