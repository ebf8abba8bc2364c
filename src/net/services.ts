import type { Answer, Dns, Failure, RecordType } from './dns.ts';

/** What the world offers besides DNS. Nothing here ever throws for anything the world does. */
export interface Services {
  /**
   * One GET over HTTPS, certificate checked against `url`'s host. Redirects are not followed: they are answers
   * (RFC 8461 §3.3). A body longer than `octets` is a failure, as is one that comes encoded, which is never asked for.
   */
  fetchText(url: string, limits: FetchLimits): Promise<HttpAnswer>;
  /** Port 25 of one mail host at one of its addresses, as a sending server sees it: greeting, EHLO, STARTTLS, QUIT. */
  probeSmtp(host: string, address: string): Promise<SmtpAnswer>;
  /**
   * What one name server says itself, asked without recursion and without following CNAMEs out of its answer. One that
   * says nothing of the name (refers to the root or elsewhere, knows only an alias that leads away) is `lame`.
   */
  askServer<T extends RecordType>(server: ServerAddress, name: string, type: T): Promise<ServerAnswer<T>>;
}

export interface FetchLimits {
  /** Longest body in octets; a longer one fails with `too-large`, unread. */
  readonly octets: number;
}

/**
 * Why there is no answer from a service:
 * - `dns`: the host's address could not be found out; `no-address`: DNS says that it has none
 * - `network`: nobody listens, or the connection broke; `timeout`: too slow, also byte by byte
 * - `certificate`: TLS works, but the certificate does not hold: expired, for another host, of no known authority
 * - `tls`: no TLS session came about; `protocol`: what answers speaks something else
 * - `too-large`: longer than we read
 * - `unrecorded`: this world does not hold the question
 */
export type ServiceFailure =
  | 'dns'
  | 'no-address'
  | 'network'
  | 'timeout'
  | 'certificate'
  | 'tls'
  | 'protocol'
  | 'too-large'
  | 'unrecorded';

export interface ServiceFailed {
  readonly status: 'failed';
  readonly failure: ServiceFailure;
  /** A phrase naming what was asked: `the certificate of mta-sts.example.com expired on 2026-11-01`. */
  readonly reason: string;
}

/** One answer over HTTPS, whatever its status code. */
export type HttpAnswer =
  | {
      readonly status: 'ok';
      readonly code: number;
      /** The media type with its parameters, as sent; empty where none was. */
      readonly contentType: string;
      /** Where a redirect leads. */
      readonly location?: string;
      /** An octet string: one character (U+0000–U+00FF) per octet. Empty for codes other than 2xx: nobody reads it then. */
      readonly body: string;
    }
  | ServiceFailed;

/** How a mail host speaks on port 25. */
export type SmtpAnswer =
  | {
      readonly status: 'ok';
      /** The greeting without its code, lines joined by a line feed; an octet string. */
      readonly banner: string;
      /** Keywords of EHLO before STARTTLS, upper case with their parameters. */
      readonly extensions: readonly string[];
      readonly startTls: StartTls;
    }
  | ServiceFailed;

/** `refused` and `failed` say why in a phrase. */
export type StartTls =
  | { readonly state: 'not-offered' }
  | { readonly state: 'refused' | 'failed'; readonly reason: string }
  | ({ readonly state: 'established' } & TlsSession);

export interface TlsSession {
  /** `TLSv1.3`. */
  readonly protocol: string;
  /** IANA name: `TLS_AES_256_GCM_SHA384`. */
  readonly cipher: string;
  /** DER in base64, the host's own first, then as it was sent. */
  readonly certificates: readonly string[];
  /**
   * Why the usual authorities do not vouch for the chain (RFC 5280 §6), dates included, the host name not: `the certificate
   * expired on 2026-11-01 and is self-signed`; empty where they do.
   */
  readonly distrust: string;
}

/** A name server at one of its addresses. */
export interface ServerAddress {
  /** Host name, for people. */
  readonly name: string;
  readonly address: string;
}

/** What one server says itself. */
export type ServerAnswer<T extends RecordType = RecordType> =
  /** The AA bit: without it, the data are from a cache, or the server does not know that the zone is its own. */
  | (Exclude<Answer<T>, { status: 'failed' }> & { readonly authoritative: boolean })
  /** It knows only whom to ask: the parent's answer about a delegated zone. Host names, lower case. */
  | { readonly status: 'referral'; readonly zone: string; readonly nameServers: readonly string[] }
  | { readonly status: 'failed'; readonly failure: Failure; readonly reason: string };

/** The services of a world that has none: every question is `unrecorded`, for this reason. */
export function noServices(why: (what: string) => string): Services {
  const failed = (what: string) => ({ status: 'failed', failure: 'unrecorded', reason: why(what) }) as const;
  return {
    fetchText: async (url) => failed(url),
    probeSmtp: async (host, address) => failed(smtpQuestion(host, address)),
    askServer: async (server, name, type) => failed(serverQuestion(server, name, type)),
  };
}

/**
 * Fetching from a world whose names are known while its hosts are out of reach: a host that this DNS gives no address
 * answers nobody, whatever else is unknown.
 */
export async function fetchIfAddressed(
  dns: Dns,
  url: string,
  fetching: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const host = new URL(url).hostname;
  const [a, aaaa] = await Promise.all([dns.resolve(host, 'A'), dns.resolve(host, 'AAAA')]);
  const none = [a, aaaa].every(({ status }) => status === 'nodata' || status === 'nxdomain');
  return none ? { status: 'failed', failure: 'no-address', reason: `${host} has no address` } : fetching();
}

/** Questions in words, for reasons. */
export const smtpQuestion = (host: string, address: string): string => `SMTP at ${host} (${address})`;
export const serverQuestion = ({ name, address }: ServerAddress, asked: string, type: RecordType): string =>
  `${asked || '.'} ${type} at ${name} (${address})`;
