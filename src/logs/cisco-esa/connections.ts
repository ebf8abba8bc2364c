import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import { hopTo } from '../mta/said.ts';
import type { Told } from './lines.ts';

/** What lines have told of connections: those by which messages come, and those by which they go. */
export interface EsaConnections {
  /** `key`: of the connection, which is unique on one appliance. */
  learn(key: string, told: Extract<Told, { kind: 'login' | 'connected' | 'tls' | 'no-tls' }>): void;
  login(key: string): string | undefined;
  /** Fills in who was spoken to, and from which of our addresses. */
  addPeer(event: Draft, key: string): void;
  closed(key: string): void;
}

interface Connection {
  readonly source: string | undefined;
  readonly ip: string | undefined;
  readonly port: number | undefined;
  readonly tls: Draft['tls'];
}

/** Connections remembered: they last minutes. Stops a log of invented ones. */
const MOST_REMEMBERED = 20_000;
const ADDRESS = /^[\d.]+$|:/;

export function esaConnections(): EsaConnections {
  const logins = new Map<string, string>();
  const connections = new Map<string, Connection>();
  let logsTls = false;
  const NONE: Connection = { source: undefined, ip: undefined, port: undefined, tls: undefined };
  return {
    learn(key, told) {
      const before = connections.get(key) ?? NONE;
      if (told.kind === 'login') remember(logins, key, ownCopy(told.user));
      else if (told.kind === 'no-tls') remember(connections, key, { ...before, tls: false });
      else if (told.kind === 'tls') {
        logsTls = true;
        const { version, cipher } = told;
        const tls = version === undefined ? {} : { version: ownCopy(version), cipher: ownCopy(cipher) };
        remember(connections, key, { ...before, tls });
      } else {
        const { source, ip, port } = told;
        remember(connections, key, {
          source: ADDRESS.test(source) ? ownCopy(source) : undefined,
          ip: ADDRESS.test(ip) ? ownCopy(ip) : undefined,
          port: port === undefined ? undefined : Number(port),
          tls: undefined,
        });
      }
    },
    login: (key) => logins.get(key),
    addPeer(event, key) {
      const connection = connections.get(key);
      if (connection === undefined) return;
      const { source, ip, port, tls } = connection;
      if (source !== undefined) event.sourceIp = source;
      if (ip !== undefined) event.relay = port === undefined ? { ip } : { ip, port };
      event.hop = hopTo(ip, port);
      // Said where there was TLS, and where it went wrong: no word of it is none, in a log that has such words.
      const secured = tls ?? (logsTls ? false : undefined);
      if (secured !== undefined) event.tls = secured;
    },
    closed: (key) => void connections.delete(key),
  };
}

function remember<T>(known: Map<string, T>, key: string, value: T): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(ownCopy(key), value);
}
