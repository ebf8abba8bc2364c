import { ownCopy } from '../../core/own-copy.ts';
import type { MailEvent } from '../event.ts';
import type { JsonObject } from '../format.ts';
import { makeRoom } from '../make-room.ts';
import { textAt } from '../json/at.ts';
import { endpointIn, hostIn } from './line.ts';

/** Whom a message's recipients of one domain are handed to. */
export interface Peer {
  host: string | undefined;
  ip: string | undefined;
  port: number | undefined;
  sourceIp: string | undefined;
  tls: MailEvent['tls'];
}

/** By message; what is known of them, lines about connections tell, most of them at level debug. */
export interface Peers {
  of(message: string, domain: string): Peer | undefined;
  /** What a line tells of a connection; false where it is about something else. */
  learn(message: string, said: string, fields: JsonObject): boolean;
  /** The attempt is over. */
  forget(message: string): void;
}

interface Attempt {
  readonly peers: Map<string, Peer>;
  /** That is being connected for. */
  domain: string;
}

/** Attempts at the same time. Stops a log of invented ids; the oldest are let go. */
const MOST = 20_000;
/** Domains of one message. Stops one to the whole world. */
const MOST_DOMAINS = 5000;

export function knownPeers(): Peers {
  const attempts = new Map<string, Attempt>();

  const ensure = (message: string): Attempt => {
    let attempt = attempts.get(message);
    if (attempt !== undefined) return attempt;
    makeRoom(attempts, MOST, (oldest) => void attempts.delete(oldest));
    attempt = { peers: new Map(), domain: '' };
    attempts.set(ownCopy(message), attempt);
    return attempt;
  };
  /** The peer of the domain that a line names, or that the attempt is about. */
  const peerIn = (message: string, fields: JsonObject): Peer => {
    const attempt = ensure(message);
    const domain = textAt(fields, 'domain');
    if (domain !== undefined) attempt.domain = ownCopy(domain.toLowerCase());
    let peer = attempt.peers.get(attempt.domain);
    if (peer !== undefined) return peer;
    makeRoom(attempt.peers, MOST_DOMAINS, (oldest) => void attempt.peers.delete(oldest));
    peer = { host: undefined, ip: undefined, port: undefined, sourceIp: undefined, tls: undefined };
    attempt.peers.set(attempt.domain, peer);
    return peer;
  };
  const place = (peer: Peer, fields: JsonObject): void => {
    const remote = endpointIn(fields, 'remote_addr');
    if (remote === undefined) return;
    peer.ip = ownCopy(remote.ip);
    peer.port = remote.port;
    peer.sourceIp = endpointIn(fields, 'local_addr')?.ip;
  };

  return {
    of: (message, domain) => attempts.get(message)?.peers.get(domain),
    learn(message, said, fields) {
      if (message === '') return false;
      switch (said) {
        case 'opening new connection':
        case 'trying': {
          const peer = peerIn(message, fields);
          peer.host = hostIn(fields, 'remote_server');
          peer.ip = peer.port = peer.sourceIp = peer.tls = undefined;
          return true;
        }
        case 'connected':
        case 'reusing cached connection': {
          const peer = peerIn(message, fields);
          peer.host = hostIn(fields, 'remote_server') ?? peer.host;
          place(peer, fields);
          return true;
        }
        case 'TLS verify error, trying without authentication':
          peerIn(message, fields).tls = { verified: false };
          return true;
        case 'TLS error, trying plaintext':
          peerIn(message, fields).tls = false;
          return true;
        default:
          return false;
      }
    },
    forget: (message) => void attempts.delete(message),
  };
}
