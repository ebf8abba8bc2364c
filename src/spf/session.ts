import type { Dns, RecordType, RrOf } from '../net/net.ts';
import { addressParts } from '../protocols/address-parts.ts';
import { addressLabels, parseIp, printIp, unmapped, type IpAddress } from '../protocols/ip.ts';
import { domainName } from '../protocols/domain.ts';
import type { MacroLetter } from '../protocols/spf.ts';
import { SPF_LIMITS, type SpfLimits } from './limits.ts';
import type { PathStep } from './path.ts';

/** What a receiver knows when it checks SPF (RFC 7208 §4.1). */
export interface SpfQuery {
  /** The client's address. */
  readonly ip: string | IpAddress;
  /** The envelope-from; empty for a null reverse-path, which is checked as postmaster at the HELO name (§2.4). */
  readonly sender: string;
  /** The name the client gave in EHLO or HELO. */
  readonly helo?: string;
  /** The receiving host, for `%{r}`. */
  readonly receiver?: string;
  /** Seconds since the epoch, for `%{t}`. */
  readonly time?: number;
  /** False where nobody reads the explanation of a fail (§6.2): then it is not asked for. */
  readonly explains?: boolean;
}

/** The sender's mailbox, its domain in A-labels. */
export interface Sender {
  readonly local: string;
  readonly domain: string;
}

/** One evaluation: what is asked about, and what it has cost so far. */
export interface Session {
  readonly net: Dns;
  readonly query: SpfQuery;
  readonly limits: SpfLimits;
  readonly client: IpAddress;
  readonly sender: Sender;
  lookups: number;
  voids: number;
}

/** Why an evaluation ends before a mechanism matches. */
export interface Stop {
  readonly result: 'permerror' | 'temperror';
  /** A phrase naming the culprit. */
  readonly reason: string;
  /** From the record in hand down to the culprit. */
  readonly path: readonly PathStep[];
}
export const stop = (result: Stop['result'], reason: string, path: readonly PathStep[] = []): Stop => ({
  result,
  reason,
  path,
});
export const isStop = (value: unknown): value is Stop =>
  typeof value === 'object' && value !== null && 'reason' in value && 'result' in value;

/** Undefined where the client's address cannot be read. */
export function openSession(net: Dns, query: SpfQuery, limits: Partial<SpfLimits> = {}): Session | undefined {
  const address = typeof query.ip === 'string' ? parseIp(query.ip) : query.ip;
  if (address === undefined) return undefined;
  return {
    net,
    query,
    limits: { ...SPF_LIMITS, ...limits },
    // An IPv4-mapped client is an IPv4 client (§5).
    client: unmapped(address),
    sender: senderOf(query),
    lookups: 0,
    voids: 0,
  };
}

/** Without a local-part it is `postmaster` (§4.3); without an `@` it is a domain. */
function senderOf({ sender, helo = '' }: SpfQuery): Sender {
  const text = sender === '' ? helo : sender;
  const { local, domain } = addressParts(text) ?? { local: '', domain: text };
  return { local: local === '' ? 'postmaster' : local, domain: domainName(domain.trim()) };
}

/** Counts a term that asks the DNS. */
export function countLookup(session: Session): Stop | undefined {
  session.lookups++;
  const { lookups } = session.limits;
  if (session.lookups <= lookups) return undefined;
  return stop('permerror', `More than ${lookups} terms need DNS lookups`);
}

export function countVoid(session: Session, name: string, type: RecordType): Stop | undefined {
  session.voids++;
  const { voids } = session.limits;
  if (session.voids <= voids) return undefined;
  return stop('permerror', `More than ${voids} DNS lookups found nothing, the last of them ${name} ${type}`);
}

/** The records; none where the name or the type does not exist, which is a void lookup; a stop where nobody answered. */
export async function ask<T extends RecordType>(
  session: Session,
  name: string,
  type: T,
  countsVoid = true,
): Promise<readonly RrOf<T>[] | Stop> {
  const answer = await session.net.resolve(name, type);
  if (answer.status === 'ok') return answer.records;
  // A name that cannot stand in a question cannot match either; asking again will not help (§4.8).
  if (answer.status === 'failed') return answer.failure === 'name' ? [] : stop('temperror', answer.reason);
  return (countsVoid ? countVoid(session, name, type) : undefined) ?? [];
}

/** The value of a macro letter before its transformers (§7.2), all but `%{p}`, which needs the DNS. */
export function macroValue(session: Session, letter: MacroLetter, domain: string, name: string): string {
  const { client, sender, query } = session;
  switch (letter) {
    case 's':
      return `${sender.local}@${sender.domain}`;
    case 'l':
      return sender.local;
    case 'o':
      return sender.domain;
    case 'd':
      return domain;
    case 'i':
      return addressLabels(client).join('.');
    case 'p':
      return name;
    case 'v':
      return client.family === 4 ? 'in-addr' : 'ip6';
    case 'h':
      return query.helo ?? '';
    case 'c':
      return printIp(client);
    case 'r':
      return query.receiver ?? 'unknown';
    default: // t
      return String(Math.floor(query.time ?? Date.now() / 1000));
  }
}
