import type { Draft, MailEvent } from '../event.ts';
import { hopTo } from '../mta/said.ts';

/** Whom a session was with, as far as it tells. */
export interface Peer {
  readonly host: string | undefined;
  readonly ip: string | undefined;
  readonly port?: number | undefined;
  readonly sourceIp?: string | undefined;
  readonly tls: MailEvent['tls'];
}

/** Writes down who was asked to take it; `isRelayed` where the server says itself that it is a smart host. */
export function addPeer(event: Draft, { host, ip, port, sourceIp, tls }: Peer, isRelayed = false): void {
  event.relay = {
    ...(host === undefined ? {} : { host }),
    ...(ip === undefined ? {} : { ip }),
    ...(port === undefined ? {} : { port }),
  };
  event.hop = isRelayed ? 'relay' : hopTo(ip, port);
  if (sourceIp !== undefined) event.sourceIp = sourceIp;
  // A smart host may be spoken to with TLS from the first octet on, of which nothing is said.
  if (tls !== undefined && (tls !== false || event.hop === 'mx')) event.tls = tls;
}
