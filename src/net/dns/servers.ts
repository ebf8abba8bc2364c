import { getServers } from 'node:dns';
import { isIP, isIPv6 } from 'node:net';
import { UserError } from '../../core/errors.ts';

const DNS_PORT = 53;

/** A name server asked over UDP and TCP. */
export interface DnsServer {
  readonly kind: 'dns';
  /** An IP address. */
  readonly address: string;
  readonly port: number;
  /** Its host name, for people; resolvers have none. */
  readonly name?: string;
}
/** A name server asked over HTTPS (RFC 8484). */
export interface DohServer {
  readonly kind: 'doh';
  readonly url: string;
}
export type Server = DnsServer | DohServer;

/** How people write a server: `192.0.2.1`, `127.0.0.1:5300`, `[2001:db8::1]:5300`, `https://dns.example/dns-query`. */
export function serverLabel(server: Server): string {
  if (server.kind === 'doh') return server.url;
  if (server.name !== undefined) return `${server.name} (${server.address})`;
  if (server.port === DNS_PORT) return server.address;
  return isIPv6(server.address) ? `[${server.address}]:${server.port}` : `${server.address}:${server.port}`;
}

/** Reads `address`, `address:port`, `[v6]:port` or `https://…`. Throws a UserError for anything else. */
export function parseResolver(text: string): Server {
  const trimmed = text.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) return parseUrl(text, trimmed);
  if (isIP(trimmed) !== 0) return { kind: 'dns', address: trimmed, port: DNS_PORT };
  const { host, port } = splitPort(trimmed);
  const address = host.toLowerCase() === 'localhost' ? '127.0.0.1' : host;
  if (isIP(address) === 0) {
    throw refused(text, 'a resolver is an IP address, localhost or an https:// URL', whatToTry(host));
  }
  if (port === '') return { kind: 'dns', address, port: DNS_PORT };
  const number = /^[0-9]{1,5}$/.test(port) ? Number(port) : 0;
  if (number < 1 || number > 65_535) throw refused(text, `"${port}" is not a port from 1 to 65535`, EXAMPLES);
  return { kind: 'dns', address, port: number };
}

/** The name servers this system uses. Throws a UserError where it has none. */
export function systemServers(): Server[] {
  const servers = getServers().flatMap((text) => {
    try {
      return [parseResolver(text)];
    } catch {
      return []; // an address this Node cannot read helps nobody
    }
  });
  if (servers.length > 0) return servers;
  throw new UserError('this system has no name server configured', undefined, `name one: ${EXAMPLES}`);
}

const EXAMPLES = '--resolver 192.0.2.1, 127.0.0.1:5300, [2001:db8::1]:53 or https://dns.example/dns-query';

const refused = (text: string, why: string, hint: string): UserError =>
  new UserError(`"${text}" is not a resolver`, why, hint);

function whatToTry(host: string): string {
  if (host === '') return EXAMPLES;
  if (/^[0-9a-f.:[\]]*$/i.test(host)) return `${EXAMPLES}; "${host}" is no valid address`;
  return `look up the address of "${host}" and give that, as it takes a resolver to find a resolver`;
}

/** Parts a port off `host:port` or `[v6]:port`; a missing one is the empty string. */
function splitPort(text: string): { host: string; port: string } {
  const bracketed = /^\[([^\]]*)\](?::(.+))?$/.exec(text);
  if (bracketed)
    return { host: isIPv6(bracketed[1] ?? '') ? (bracketed[1] as string) : text, port: bracketed[2] ?? '' };
  const colon = text.lastIndexOf(':');
  const isOnlyColon = colon >= 0 && colon === text.indexOf(':') && colon < text.length - 1;
  return isOnlyColon ? { host: text.slice(0, colon), port: text.slice(colon + 1) } : { host: text, port: '' };
}

function parseUrl(text: string, trimmed: string): DohServer {
  // Providers publish URI templates (RFC 8484 §3); the variable is for GET only
  const plain = trimmed.replace(/\{\?dns\}$/, '');
  if (!/^https:\/\//i.test(plain)) {
    throw refused(text, 'DNS over HTTPS is the only kind of URL', EXAMPLES);
  }
  if (!URL.canParse(plain)) throw refused(text, 'it is no valid URL', EXAMPLES);
  const url = new URL(plain);
  if (url.username !== '' || url.password !== '') {
    throw refused(text, 'a URL with a user name or password in it cannot be fetched', EXAMPLES);
  }
  url.hash = '';
  return { kind: 'doh', url: url.href };
}
