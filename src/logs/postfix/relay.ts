import { isInside } from '../inside-address.ts';
import type { MailEvent } from '../event.ts';
import { type OfSpan, spanCache } from '../span-cache.ts';

/** Where a delivery went, by its `relay=`. */
export interface Relay {
  /** As it stands. */
  readonly text: string;
  /** Undefined for `none`, and for names of our own programs: `local`, `dovecot`. */
  readonly peer: NonNullable<MailEvent['relay']> | undefined;
  /** `none`: nobody was spoken to. */
  readonly place: 'none' | 'here' | 'inside' | 'outside';
}

/** An address; `mx.example[private/dovecot-lmtp]` names a socket. */
const PEER = /^([^[]*)\[([\da-f.:]+)\](?::(\d+))?$/i;

/** Few relays take most of the mail. */
export const relayReader = (): OfSpan<Relay> => spanCache(relayOf);

export function relayOf(text: string): Relay {
  // Nothing, where a template leaves it out.
  if (text === 'none' || text === '') return { text, peer: undefined, place: 'none' };
  const match = PEER.exec(text);
  if (match === null) return { text, peer: undefined, place: 'here' };
  const [, host = '', ip = '', port] = match;
  return {
    text,
    peer: { host, ip, ...(port === undefined ? {} : { port: Number(port) }) },
    place: isInside(ip) ? 'inside' : 'outside',
  };
}

/**
 * Where a delivery went, as far as one line tells: into a mailbox here, to a host inside, which is a filter or a smart
 * host, or out. A smart host outside looks like an MX: that takes more lines to tell.
 */
export function hopOf({ place }: Relay, isLmtp: boolean, reply: string): MailEvent['hop'] {
  if (place === 'none') return undefined;
  if (place === 'outside') return 'mx';
  // local(8), where an alias or a .forward leads on: what becomes of it is told of a message of its own.
  if (place === 'here' && reply.startsWith('forwarded as ')) return 'relay';
  return place === 'here' || (isLmtp && !/\bqueued as\b/.test(reply)) ? 'local' : 'relay';
}
