import { arrivalOf, domainOf, isWhole, keyOf, type Arrival } from './arrivals.ts';
import { forgottenNetworks } from './forgotten.ts';
import { groundsOf, type Grounds } from './grounds.ts';
import type { Group } from './groups.ts';
import { namedSets, type NamedSets } from './named-sets.ts';
import { replayersOf } from './replays.ts';
import {
  isByAddress,
  isTelling,
  isVouched,
  saysResent,
  strangerOf,
  type Reading,
  type SpfProfile,
} from './spf-profile.ts';
import type { Tallies } from './tally.ts';

/** What is known about a period as a whole, before any row is judged. */
export interface Homes {
  /** The profiles mail with this key has at home; undefined for a key that never came from a home. */
  readonly profilesOf: (domain: string, selector: string | undefined) => ReadonlySet<SpfProfile> | undefined;
  /**
   * Profiles of all keys of this From domain's organisation: for rows whose reporter leaves out the key. Undefined where
   * no key of the organisation is known.
   */
  readonly ofOrganisation: (headerFrom: string) => ReadonlySet<SpfProfile> | undefined;
  /** Whether the address is one mail with this key starts from, where SPF passes for nobody and cannot tell. */
  readonly isHomeAddress: (domain: string, selector: string | undefined, sourceIp: string) => boolean;
  /** Addresses SPF passed for our own domain from: they are authorised by us. */
  readonly authorised: (headerFrom: string, sourceIp: string) => boolean;
  /** What signed mail from the address shows: that it comes from its home, or that it is re-sent. */
  readonly standing: (headerFrom: string, sourceIp: string) => 'home' | 'away' | undefined;
  /** Whether the organisation re-sent mail with these keys many times more often than it was sent: a replayed message. */
  readonly replays: (headerFrom: string, domain: string) => boolean;
  /** Whether this organisation re-sent mail of the From domain's that is at home elsewhere. */
  readonly resends: (headerFrom: string, domain: string) => boolean;
}

type ByKey<T> = ReadonlyMap<string, T>;

export function homesOf(groups: readonly Group[], tallies: Tallies, reading: Reading): Homes {
  const { organisation } = reading;
  const arrivals = groups.map((group) => arrivalOf(group, reading));
  const authorised = namedSets();
  for (const { profile, organisation: home, keys } of arrivals) {
    if (profile !== 'aligned') continue;
    const addresses = authorised.of(home);
    for (const key of keys) addresses.add(tallies.sourceIpOf(key));
  }
  const told = arrivals.filter(({ signature, profile }) => !saysResent(signature) && isTelling(profile));
  const counts = countsOf(told);
  const vouched = new Map(
    Array.from(counts, ([key, count]) => [key, new Set([...count.keys()].filter(isVouched))] as const).filter(
      ([, homes]) => homes.size > 0,
    ),
  );
  // Who re-sent mail with keys whose homes are beyond doubt, re-sends.
  const resenders = namedSets();
  for (const { profile, signedWith, organisation: home } of told) {
    const stranger = strangerOf(profile);
    if (stranger !== undefined && signedWith.some((key) => isWhole(key) && vouched.has(key)))
      resenders.of(home).add(stranger);
  }
  const replayers = replayersOf(counts, vouched, reading);
  const forgotten = forgottenNetworks(told, counts, vouched, tallies);
  const homes = everyHome(counts, vouched, (key, stranger) => resenders.has(organisation(domainOf(key)), stranger));
  // Before what follows: a row without its key does not show that it comes from such a server.
  const byOrganisation = organisationsOf(homes, organisation);
  for (const key of forgotten.keys()) homes.set(key, new Set([...(homes.get(key) ?? []), 'unlisted']));
  const grounds = groundsOf(arrivals, homes, forgotten, tallies);
  const standing = standingOf(arrivals, tallies, homes, authorised, grounds);
  return {
    profilesOf: (domain, selector) => homes.get(keyOf(domain, selector)),
    ofOrganisation: (headerFrom) => byOrganisation.get(organisation(headerFrom)),
    isHomeAddress: (domain, selector, sourceIp) => grounds(keyOf(domain, selector), sourceIp),
    authorised: (headerFrom, sourceIp) => authorised.has(organisation(headerFrom), sourceIp),
    standing: (headerFrom, sourceIp) => standing(organisation(headerFrom), sourceIp),
    replays: (headerFrom, domain) => replayers.has(organisation(headerFrom), organisation(domain)),
    resends: (headerFrom, domain) => resenders.has(organisation(headerFrom), organisation(domain)),
  };
}

/** Messages of each key by how they came. */
function countsOf(arrivals: readonly Arrival[]): ByKey<ReadonlyMap<SpfProfile, number>> {
  const counts = new Map<string, Map<SpfProfile, number>>();
  for (const { profile, signedWith, messages } of arrivals)
    for (const key of signedWith) {
      const count = counts.get(key) ?? new Map<SpfProfile, number>();
      counts.set(key, count.set(profile, (count.get(profile) ?? 0) + messages));
    }
  return counts;
}

/** Homes beyond doubt; of a key that has none, the way most of its mail comes that is not known to be re-sent. */
function everyHome(
  counts: ByKey<ReadonlyMap<SpfProfile, number>>,
  vouched: ByKey<ReadonlySet<SpfProfile>>,
  resends: (key: string, stranger: string) => boolean,
): Map<string, ReadonlySet<SpfProfile>> {
  const homes = new Map(vouched);
  for (const [key, count] of counts) {
    if (homes.has(key)) continue;
    // Where some of it has an envelope of ours, it started with one, and another envelope came later.
    const [home] = count.has('unlisted')
      ? (['unlisted'] as const)
      : [...count]
          .filter(([profile]) => !resends(key, strangerOf(profile) ?? ''))
          .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
          .map(([profile]) => profile);
    if (home !== undefined) homes.set(key, new Set([home]));
  }
  return homes;
}

function standingOf(
  arrivals: readonly Arrival[],
  tallies: Tallies,
  homes: ByKey<ReadonlySet<SpfProfile>>,
  authorised: NamedSets,
  grounds: Grounds,
): (organisation: string, sourceIp: string) => 'home' | 'away' | undefined {
  const [home, away] = [namedSets(), namedSets()];
  for (const { profile, organisation, signedWith, keys } of arrivals) {
    // What SPF passed for us is known already.
    if (signedWith.length === 0 || !isTelling(profile) || profile === 'aligned') continue;
    if (!isVouched(profile) && !signedWith.some(isWhole)) continue;
    const settled = isVouched(profile) || !isByAddress(profile);
    const here = signedWith.filter((key) => homes.get(key)?.has(profile) === true);
    for (const tally of keys) {
      const sourceIp = tallies.sourceIpOf(tally);
      if (!settled && authorised.has(organisation, sourceIp)) continue;
      const isHome = isVouched(profile) || here.some((key) => settled || grounds(key, sourceIp));
      (isHome ? home : away).of(organisation).add(sourceIp);
    }
  }
  return (organisation, sourceIp) => {
    const isHome = authorised.has(organisation, sourceIp) || home.has(organisation, sourceIp);
    const isAway = away.has(organisation, sourceIp);
    // A mailbox host's address is both.
    return isHome === isAway ? undefined : isHome ? 'home' : 'away';
  };
}

function organisationsOf(
  homes: ByKey<ReadonlySet<SpfProfile>>,
  organisation: (domain: string) => string,
): ByKey<ReadonlySet<SpfProfile>> {
  // Where there are keys with a selector, those without add nothing.
  const [whole, others] = [new Map<string, Set<SpfProfile>>(), new Map<string, Set<SpfProfile>>()];
  for (const [key, profiles] of homes) {
    const all = isWhole(key) ? whole : others;
    const owner = organisation(domainOf(key));
    const present = all.get(owner) ?? new Set<SpfProfile>();
    for (const profile of profiles) present.add(profile);
    all.set(owner, present);
  }
  return new Map([...others, ...whole]);
}
