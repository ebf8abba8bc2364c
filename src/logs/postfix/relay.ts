import { isInside, isSubmission, isWrittenOut } from '../relay-place.ts';
import type { MailEvent } from '../event.ts';
import { type OfSpan, spanCache } from '../span-cache.ts';

/** Where a delivery went, by its `relay=`. */
export interface Relay {
  /** As it stands. */
  readonly text: string;
  /** Undefined for `none`, and for names of our own programs: `local`, `dovecot`. */
  readonly peer: NonNullable<MailEvent['relay']> | undefined;
  /** `mx.example:25`, without an address: a host where it is smtp(8) that names it. */
  readonly named: NonNullable<MailEvent['relay']> | undefined;
  /** `none`: nobody was spoken to; `submission`: a smart host outside, by its port. */
  readonly place: 'none' | 'here' | 'inside' | 'submission' | 'outside';
}

/** An address; `mx.example[private/dovecot-lmtp]` names a socket. */
const PEER = /^([^[]*)\[([\da-f.:]+)\](?::(\d+))?$/i;
/** What somebody has put for an address, in a log that is shown to others: `mx.example[203.0.x.x]:25`. */
const MASKED = /^([^[]*)\[([^\]/]*)\](?::(\d+))?$/;
const NAMED = /^(?=.{1,300}$)([\w-]+(?:\.[\w-]+)+)(?::(\d+))?$/;

/** Few relays take most of the mail. */
export const relayReader = (): OfSpan<Relay> => spanCache(relayOf);

export function relayOf(text: string): Relay {
  // Nothing, where a template leaves it out.
  if (text === 'none' || text === '') return { text, peer: undefined, named: undefined, place: 'none' };
  const match = PEER.exec(text) ?? MASKED.exec(text);
  if (match === null) return { text, peer: undefined, named: namedIn(text), place: 'here' };
  const [, host = '', ip = '', digits] = match;
  const port = digits === undefined ? undefined : Number(digits);
  return {
    text,
    peer: { host, ...(isWrittenOut(ip) ? { ip } : {}), ...(port === undefined ? {} : { port }) },
    named: undefined,
    place: isInside(ip) ? 'inside' : isSubmission(port) ? 'submission' : 'outside',
  };
}

function namedIn(text: string): Relay['named'] {
  const [, host, digits] = NAMED.exec(text) ?? [];
  if (host === undefined) return undefined;
  return digits === undefined ? { host } : { host, port: Number(digits) };
}

export const isOutside = ({ place }: Relay): boolean => place === 'outside' || place === 'submission';

/**
 * pipe(8) to a program that looks at the mail and hands it back, by the name the service is given in master.cf
 * (FILTER_README, and the manuals of such programs): what becomes of it is told of a message of its own.
 */
const FILTER = /filter|spam|virus|clam|amavis|scan|disclaim|alter-?mime|zeyple|gpg/i;

/**
 * Where a delivery went, as far as one line tells: into a mailbox here, to a filter, to a host inside, which is a filter or
 * a smart host, or out. A smart host outside at an MX's port looks like an MX: that takes more lines to tell.
 */
export function hopOf({ place, text, named }: Relay, service: string, reply: string): MailEvent['hop'] {
  if (place === 'none') return undefined;
  if (named !== undefined && service === 'smtp') return isSubmission(named.port) ? 'relay' : 'mx';
  // LMTP leads to mailboxes of one's own wherever they stand, and to no MX (RFC 2033 §5): Zimbra's have public addresses.
  if (service === 'lmtp') return /\bqueued as\b/.test(reply) ? 'relay' : 'local';
  if (place === 'outside') return 'mx';
  if (place === 'submission') return 'relay';
  if (place === 'here' && service === 'pipe' && FILTER.test(text)) return 'relay';
  // local(8), where an alias or a .forward leads on: what becomes of it is told of a message of its own.
  if (place === 'here' && reply.startsWith('forwarded as ')) return 'relay';
  return place === 'here' ? 'local' : 'relay';
}
