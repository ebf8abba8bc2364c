import { DKIM_1024_BITS, MESSAGE_FORM } from './evidence.ts';
import type { Demand, Origin } from './profile.ts';

/** Demands that several mailbox providers make of senders in the same terms. */
export const dkimKeyLength = (origin: Origin): Demand => ({
  id: 'dkim-key-length',
  text: 'DKIM keys have 1024 bits or more',
  ...origin,
  ...DKIM_1024_BITS,
});

export const messageFormat = (origin: Origin): Demand => ({
  id: 'message-format',
  text: 'Mail complies with RFC 5321 and RFC 5322',
  ...origin,
  ...MESSAGE_FORM,
});
