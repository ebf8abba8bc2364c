import type { MailEvent } from './event.ts';

/** Keys of an event in the order people read them; a key that is forgotten here does not compile. */
const ORDER: Readonly<Record<keyof MailEvent, true>> = {
  time: true,
  timeAssumed: true,
  kind: true,
  source: true,
  ids: true,
  recipient: true,
  recipientDomain: true,
  from: true,
  envelopeFrom: true,
  size: true,
  sourceIp: true,
  relay: true,
  hop: true,
  mailboxProvider: true,
  delay: true,
  attempt: true,
  tls: true,
  code: true,
  enhancedCode: true,
  command: true,
  diagnostic: true,
  espClass: true,
  permanent: true,
  machine: true,
  url: true,
  dkim: true,
  tags: true,
};
export const EVENT_KEYS = Object.keys(ORDER) as readonly (keyof MailEvent)[];

const MILLISECONDS = 1000;

/** An event as people pipe it: its time as RFC 3339 in UTC to the millisecond, absent keys left out. */
export function eventBody(event: MailEvent): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const key of EVENT_KEYS) if (event[key] !== undefined) body[key] = event[key];
  body['time'] = new Date(Math.round(event.time * MILLISECONDS)).toISOString().replace('.000Z', 'Z');
  return body;
}
