import { isIP } from 'node:net';
import { fetchAnswer } from './https-exchange.ts';
import { connectTo } from './connect.ts';
import type { Connection } from './connect.ts';
import type { Dns } from './net.ts';
import type { FetchLimits, HttpAnswer, ServiceFailed } from './services.ts';
import { certificateFault } from './tls/faults.ts';
import { clientContext, handshake } from './tls/handshake.ts';
import { serviceFailed } from './under-way.ts';
import type { ServicesUnderWay } from './under-way.ts';

export interface HttpsOptions {
  readonly dns: Pick<Dns, 'resolve'>;
  readonly underWay: ServicesUnderWay;
  /** Where the URL names none. */
  readonly port: number;
  readonly ca: readonly string[];
}

/** One GET over HTTPS, as `Services` has it. Nothing is sent before the certificate was found to hold. */
export async function fetchText(url: string, limits: FetchLimits, options: HttpsOptions): Promise<HttpAnswer> {
  const target = readUrl(url);
  if (typeof target === 'string') return serviceFailed('protocol', target);
  const host = hostOf(target);
  const addresses = await addressesOf(host, options.dns);
  if ('status' in addresses) return addresses;
  return options.underWay.run(async (signal) => {
    const port = target.port === '' ? options.port : Number(target.port);
    const connection = await connectToOneOf(addresses, port, host, signal, options.underWay.timeoutMs);
    if (connection.status === 'failed') return connection;
    const context = clientContext(options.ca);
    const session = await handshake(connection.socket, { host, what: host, context, alpn: 'http/1.1' }, signal);
    if (session.status === 'failed') return session;
    const fault = certificateFault(session, host);
    if (fault === undefined) return fetchAnswer(session.socket, target, limits, signal);
    session.socket.destroy();
    return serviceFailed('certificate', fault);
  });
}

function readUrl(text: string): URL | string {
  const url = URL.parse(text);
  if (!url) return `\`${text}\` is no URL`;
  return url.protocol === 'https:' ? url : `\`${text}\` is not fetched, as only https is`;
}

/** Without the final dot, which neither SNI nor a certificate has (RFC 6066 §3), and without the brackets of IPv6. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');

/** A host with more is tried no longer: each address that is silent costs a time-out. */
const MOST_ADDRESSES = 4;

/** IPv4 first, as more of the world can be reached by it; of both kinds half, where there are both. */
async function addressesOf(host: string, dns: Pick<Dns, 'resolve'>): Promise<readonly string[] | ServiceFailed> {
  if (isIP(host) !== 0) return [host];
  const [ipv4, ipv6] = await Promise.all([dns.resolve(host, 'A'), dns.resolve(host, 'AAAA')]);
  const four = ipv4.status === 'ok' ? ipv4.records.map(({ address }) => address) : [];
  const six = ipv6.status === 'ok' ? ipv6.records.map(({ address }) => address) : [];
  const found = [...four.slice(0, six.length > 0 ? MOST_ADDRESSES / 2 : MOST_ADDRESSES), ...six];
  if (found.length > 0) return found.slice(0, MOST_ADDRESSES);
  for (const answer of [ipv4, ipv6]) if (answer.status === 'failed') return serviceFailed('dns', answer.reason);
  return serviceFailed('no-address', `${host} has neither an A nor an AAAA record`);
}

/** One after the other; each has an equal share of the time that is left. */
async function connectToOneOf(
  addresses: readonly string[],
  port: number,
  host: string,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<Connection> {
  const until = performance.now() + timeoutMs;
  const failed: ServiceFailed[] = [];
  for (const [index, address] of addresses.entries()) {
    const left = addresses.length - index;
    const ms = left === 1 ? undefined : Math.ceil((until - performance.now()) / left);
    const what = host === address ? host : `${host} (${address})`;
    const connection = await connectTo(address, port, what, signal, ms);
    if (connection.status === 'ok') return connection;
    failed.push(connection);
    if (signal.aborted) break;
  }
  // That somebody refuses says more than that somebody is silent
  const telling = failed.find(({ failure }) => failure !== 'timeout') ?? failed.at(-1);
  return telling ?? serviceFailed('network', `no connection to ${host}`);
}
