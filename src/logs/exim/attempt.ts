import { ownCopy } from '../../core/own-copy.ts';
import { addressDomain } from '../../protocols/address-parts.ts';
import type { Draft } from '../event.ts';
import type { LoggedAddress } from './address.ts';
import { durationOf } from './duration.ts';
import type { Fields } from './fields.ts';
import type { OpenMessage } from './open-messages.ts';
import { peerOf } from './peer.ts';
import { recipientOf } from './recipient.ts';
import { toMilliseconds } from '../milliseconds.ts';

/** What all lines about a recipient have in common; the message learns its sender from it. */
export function addAttempt(event: Draft, message: OpenMessage, address: LoggedAddress, fields: Fields): void {
  event.recipient = recipientOf(address);
  event.recipientDomain = addressDomain(event.recipient);
  if (fields.host !== undefined) event.relay = peerOf(fields.host);
  const { sender, protocol: returnPath, ours, onQueue, atWork } = fields;
  const envelopeFrom = sender ?? returnPath;
  if (envelopeFrom !== undefined) message.envelopeFrom ??= ownCopy(envelopeFrom);
  const ip = ours === undefined ? undefined : /^\[([^\]]+)\]/.exec(ours)?.[1];
  if (ip !== undefined) event.sourceIp = ip;
  const total =
    (onQueue === undefined ? undefined : durationOf(onQueue)) ??
    (message.arrivedAt === undefined ? undefined : Math.max(0, toMilliseconds(event.time - message.arrivedAt)));
  const transmit = atWork === undefined ? undefined : durationOf(atWork);
  if (total === undefined && transmit === undefined) return;
  if (total === undefined) event.delay = transmit === undefined ? {} : { transmit };
  else event.delay = transmit === undefined ? { total } : { total, transmit };
}
