import type { Expectations } from '../core/expectations.ts';
import type { Fact } from '../core/facts.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Net } from '../net/net.ts';
import type { CrowdedAlias } from '../net/zone/merge.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { TlsReports } from '../tls-report/tls-reports.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { Facts } from './all.ts';

/** A DKIM selector somebody told us about, and who did. */
export interface SelectorHint {
  readonly selector: string;
  /** Said in the report: `--selector`, `sendaudit.json`, `DMARC reports`, `the zone file`. */
  readonly origin: string;
  /**
   * How much that says: `use`, somebody says that it is in use now; `seen`, mail was signed with it; `listed`, its name
   * stands in a zone file or recording, which may hold every name that was tried.
   */
  readonly claim: 'use' | 'seen' | 'listed';
}

/** What the user knows of the domain and DNS does not list, and what the user wants asked. */
export interface Hints {
  readonly selectors: readonly SelectorHint[];
  /** Whether to try selectors that are merely common. Pointless where all names of the world are known. */
  readonly guessSelectors: boolean;
  /** Traffic read from DMARC reports. */
  readonly traffic?: Traffic;
  /** Sessions with the domain's mail hosts, read from TLS reports. */
  readonly tlsReports?: TlsReports;
  /** What became of the mail, read from logs and event exports. */
  readonly delivery?: Delivery;
  /** The domain is said to send and receive no mail. */
  readonly parked?: boolean;
  readonly expectations?: Expectations;
  /** Addresses the domain's mail is said to leave from, as `formatIp` in protocols writes them. */
  readonly sendingAddresses?: readonly string[];
  /** Zones of DNS block lists to look addresses up in. */
  readonly dnsbls?: readonly string[];
  /** Whether mail hosts may be spoken to on port 25. */
  readonly probesSmtp?: boolean;
  /** Whether the domain's own name servers, and its parent's, may be asked one by one. */
  readonly asksServers?: boolean;
  /** Whether the AD bit comes from a validating resolver the user named (RFC 4035 §4.9.3). */
  readonly trustsResolver?: boolean;
  /** Names at and below the domain with more than a CNAME, by its zone file: no answer shows what stands beside one. */
  readonly crowdedAliases?: readonly CrowdedAlias[];
  /** The world as it was recorded before, for what only shows by comparison. */
  readonly earlier?: Net;
}

/** Everything a source may use: one domain, the one door to the world, and the other facts. */
export interface World {
  /** A-labels, lower case, no final dot. */
  readonly domain: string;
  readonly net: Net;
  readonly hints: Hints;
  readonly catalogue: Catalogue;
  /** What time it is: nothing in here has a clock. */
  readonly now: Date;
  /** Another fact about the same domain, gathered once however often it is asked for. */
  fact<Id extends keyof Facts>(id: Id): Promise<Facts[Id]>;
}

/** Which questions to ask, and how the answers become one fact. */
export interface Source<T> {
  /** Why a check that needs the fact does not apply where it is absent: `there is no SPF record`. */
  readonly absence: string;
  gather(world: World): Promise<Fact<T>>;
}

export const defineSource = <T>(source: Source<T>): Source<T> => source;
