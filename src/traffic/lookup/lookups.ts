import { atOnce } from '../../core/at-once.ts';
import { count } from '../../core/format.ts';
import type { Dns } from '../../net/net.ts';
import type { IpAddress } from '../../protocols/ip.ts';
import type { Host } from '../../streams/host.ts';
import type { Tallies } from '../../streams/tally.ts';
import { asnName, asNameOf, originName, originOf } from './cymru.ts';
import { hostOf } from './host.ts';
import type { Lookup } from './kinds.ts';
import { largestAddresses } from './largest-addresses.ts';

/** The network an address belongs to. */
export interface Asn {
  readonly number: number;
  /** As its registry has it; absent where nobody says. */
  readonly name?: string;
  /** ISO 3166 code of where the address block is registered; absent where nobody says. */
  readonly country?: string;
}

/** How one kind of look-up went, in addresses. */
export interface LookupCounts {
  readonly asked: number;
  readonly found: number;
  /** There is no record. */
  readonly none: number;
  /** Nobody said whether there is one: a time-out, a broken server, the cap of questions. */
  readonly failed: number;
}

/** What the DNS says about the addresses of a period; those with most messages were asked about. */
export interface Lookups {
  readonly host: (sourceIp: string) => Host | undefined;
  readonly asn: (sourceIp: string) => Asn | undefined;
  readonly ptrCounts?: LookupCounts & {
    /** Names that lead back to their address, of those found. */
    readonly confirmed: number;
  };
  readonly asnCounts?: LookupCounts;
  /** Addresses beyond the limit, which nobody was asked about. */
  readonly omitted: number;
}

/** A botnet has hundreds of thousands of addresses, and each costs two to four questions. */
export const MOST_ADDRESSES = 2000;
/** Reverse zones are slow and often dead; a resolver at home stands this many questions at once. */
const AT_ONCE = 16;

/** Asks about the addresses of some periods, those with most messages first. */
export async function lookedUp(
  periods: readonly Tallies[],
  net: Dns,
  wanted: readonly Lookup[],
  onProgress?: (text: string) => void,
): Promise<Lookups> {
  const { addresses, omitted } = largestAddresses(periods, MOST_ADDRESSES);
  const hosts = new Map<string, Host>();
  const asns = new Map<string, Asn>();
  const [ptr, asn] = [newCounts(), newCounts()];
  let done = 0;
  await atOnce(AT_ONCE, addresses, async ({ text, address }) => {
    if (wanted.includes('ptr')) {
      const host = await hostOf(address, net);
      counted(ptr, host);
      if (typeof host === 'object') hosts.set(text, host);
    }
    if (wanted.includes('asn')) {
      const network = await asnOf(address, net);
      counted(asn, network);
      if (typeof network === 'object') asns.set(text, network);
    }
    done += 1;
    onProgress?.(`looking up addresses  ${count(done)} of ${count(addresses.length)}`);
  });
  const confirmed = [...hosts.values()].filter((host) => host.confirmed === true).length;
  return {
    host: (sourceIp) => hosts.get(sourceIp),
    asn: (sourceIp) => asns.get(sourceIp),
    ...(wanted.includes('ptr') ? { ptrCounts: { ...ptr, confirmed } } : {}),
    ...(wanted.includes('asn') ? { asnCounts: asn } : {}),
    omitted,
  };
}

type Counts = { -readonly [K in keyof LookupCounts]: LookupCounts[K] };

const newCounts = (): Counts => ({ asked: 0, found: 0, none: 0, failed: 0 });

function counted(counts: Counts, answer: object | 'none' | 'failed'): void {
  counts.asked += 1;
  counts[typeof answer === 'object' ? 'found' : answer] += 1;
}

async function asnOf(address: IpAddress, net: Dns): Promise<Asn | 'none' | 'failed'> {
  const answer = await net.resolve(originName(address), 'TXT');
  if (answer.status === 'failed') return 'failed';
  const origin = answer.status === 'ok' ? originOf(answer.records.map(({ strings }) => strings.join(''))) : undefined;
  if (origin === undefined) return 'none';
  // The number alone is an answer; a name makes it readable.
  const named = await net.resolve(asnName(origin.number), 'TXT');
  const name = named.status === 'ok' ? asNameOf(named.records.map(({ strings }) => strings.join(''))) : undefined;
  return {
    number: origin.number,
    ...(name === undefined ? {} : { name }),
    ...(origin.country === '' ? {} : { country: origin.country }),
  };
}
