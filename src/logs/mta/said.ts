import { addressDomain } from '../../protocols/address-parts.ts';
import { parseIp } from '../../protocols/ip.ts';
import type { Draft, MailEvent } from '../event.ts';
import { toMilliseconds } from '../milliseconds.ts';
import { isInside, isSubmission } from '../relay-place.ts';
import type { OpenMail } from './open-mails.ts';

/** `550 5.1.1 …`, `550-5.7.1 …`, `450 #4.2.0 …`: the codes a reply begins with (RFC 5321 §4.2, RFC 3463). */
const REPLY = /^([245]\d\d)(?:[ -]#?([245]\.\d{1,3}\.\d{1,3})(?=\W|$)|(?=[ -]|$))/;

/** Takes a reply's codes from its beginning; a text that no server answered has none. */
export function addReply(event: Draft, text: string): void {
  if (text === '') return;
  event.diagnostic = text;
  const match = REPLY.exec(text);
  if (match === null) return;
  event.code = Number(match[1]);
  if (match[2] !== undefined) event.enhancedCode = match[2];
}

/** Loopback, as sendmail spells it out. */
const LOOPBACK = /^(?:0:){7}1$/;

/** To a host inside, which is a filter or a smart host, to a smart host outside, as far as its port tells, or out. */
export function hopTo(ip: string | undefined, port?: number): NonNullable<MailEvent['hop']> {
  const isRelay = isSubmission(port) || (ip !== undefined && (isInside(ip) || LOOPBACK.test(ip)));
  return isRelay ? 'relay' : 'mx';
}

export function addRecipient(event: Draft, address: string): void {
  event.recipient = address;
  event.recipientDomain = addressDomain(address);
}

/** How long it took, where the log tells when the message came in. */
export function addDelay(event: Draft, { arrivedAt }: Pick<OpenMail, 'arrivedAt'>): void {
  if (arrivedAt !== undefined && event.time >= arrivedAt)
    event.delay = { total: toMilliseconds(event.time - arrivedAt) };
}

/** Another server, by the one word that a log or a setting calls it by. */
export const peerCalled = (word: string): NonNullable<MailEvent['relay']> =>
  parseIp(word) === undefined ? { host: word } : { ip: word };
