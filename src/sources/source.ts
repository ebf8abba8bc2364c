import type { Fact } from '../core/facts.ts';
import type { Net } from '../net/net.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { Facts } from './all.ts';

/** A DKIM selector somebody told us about, and who did. */
export interface SelectorHint {
  readonly selector: string;
  /** Said in the report: `--selector`, `sendaudit.json`, `DMARC reports`, `zone file`. */
  readonly origin: string;
}

/** What the user knows of the domain and DNS does not list. */
export interface Hints {
  readonly selectors: readonly SelectorHint[];
  /** Whether to try selectors that are merely common. Pointless where all names of the world are known. */
  readonly guessSelectors: boolean;
  /** Traffic read from DMARC reports. */
  readonly traffic?: Traffic;
}

/** Everything a source may use: one domain, the one door to the world, and the other facts. */
export interface World {
  /** A-labels, lower case, no final dot. */
  readonly domain: string;
  readonly net: Net;
  readonly hints: Hints;
  readonly catalogue: Catalogue;
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
