import { ownCopy } from '../../core/own-copy.ts';
import type { MailEvent } from '../event.ts';

/** Where a delivery went, by its `relay=`. */
export interface Relay {
  /** Undefined for `none`, and for names of our own programs: `local`, `dovecot`. */
  readonly peer: NonNullable<MailEvent['relay']> | undefined;
  /** `none`: nobody was spoken to. */
  readonly place: 'none' | 'here' | 'inside' | 'outside';
}

/** RFC 1918, RFC 4193, loopback and link-local: nobody's MX. */
const INSIDE = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;
/** An address; `mx.example[private/dovecot-lmtp]` names a socket. */
const PEER = /^([^[]*)\[([\da-f.:]+)\](?::(\d+))?$/i;
/** Relays remembered: a few take most of the mail. */
const MOST_REMEMBERED = 10_000;

export function relayReader(): (text: string) => Relay {
  const remembered = new Map<string, Relay>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const own = ownCopy(text);
    const relay = relayOf(own);
    remembered.set(own, relay);
    return relay;
  };
}

export function relayOf(text: string): Relay {
  if (text === 'none') return { peer: undefined, place: 'none' };
  const match = PEER.exec(text);
  if (match === null) return { peer: undefined, place: 'here' };
  const [, host = '', ip = '', port] = match;
  return {
    peer: { host, ip, ...(port === undefined ? {} : { port: Number(port) }) },
    place: INSIDE.test(ip) ? 'inside' : 'outside',
  };
}

/**
 * Where a delivery went, as far as one line tells: into a mailbox here, to a host inside, which is a filter or a smart
 * host, or out. A smart host outside looks like an MX: that takes more lines to tell.
 */
export function hopOf({ place }: Relay, service: string, reply: string): MailEvent['hop'] {
  if (place === 'none') return undefined;
  if (place === 'outside') return 'mx';
  return place === 'here' || (service === 'lmtp' && !/\bqueued as\b/.test(reply)) ? 'local' : 'relay';
}
