import type { Catalogue } from '../providers/catalogue.ts';
import { serviceOf, sendsForCustomers } from './services.ts';
import type { Ours } from './identify.ts';
import type { Signature } from './signature.ts';
import type { Tally } from './tally.ts';

/**
 * What SPF says of mail as it comes from its sender, per key it is signed with: forwarded mail keeps the signature and
 * loses the rest, so a key's traffic shows its home, and what differs from it was re-sent.
 */
export type SpfProfile =
  | 'unsaid' // the report has no SPF result
  | 'unknown' // DNS failed the receiver: nothing can be read from it
  | 'aligned' // SPF passed for our own domain
  | 'unlisted' // the envelope is ours, and SPF did not pass for it: it started as ours, from an address we do not list
  | 'none' // SPF passed for nobody
  | `at ${string}` // SPF passed for this service, which sends for its customers
  | `for ${string}`; // SPF passed for this organisation

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

/** Override types that say the message came through somebody who re-sends (RFC 7489 App. C, RFC 9990 §2, RFC 8617). */
const RESENT = new Set(['mailing_list', 'forwarded', 'trusted_forwarder', 'arc=pass']);
export const saysResent = (signature: Signature): boolean => signature.overrides.some((word) => RESENT.has(word));

/** How profiles are read. */
export interface Reading {
  readonly oursOf: (headerFrom: string) => Ours;
  readonly organisation: (domain: string) => string;
  readonly catalogue: Catalogue;
}

export function spfProfile(
  { spf, spfAligned }: Signature,
  ours: Ours,
  { organisation, catalogue }: Pick<Reading, 'organisation' | 'catalogue'>,
): SpfProfile {
  const passed = spf.filter(({ result }) => result === 'pass');
  if (spfAligned === true || passed.some(({ domain }) => ours(domain))) return 'aligned';
  if (spf.length === 0) return 'unsaid';
  // What passed for the HELO name as well says less than what passed for MAIL FROM.
  const first = passed.find(({ scope }) => scope !== 'helo') ?? (spf.length === passed.length ? passed[0] : undefined);
  if (first === undefined) {
    if (spf.every(({ result }) => result === 'temperror')) return 'unknown';
    return spf.some(({ domain, scope }) => scope !== 'helo' && ours(domain)) ? 'unlisted' : 'none';
  }
  const service = serviceOf(first.domain, catalogue);
  return service !== undefined && sendsForCustomers(service) ? `at ${service.id}` : `for ${organisation(first.domain)}`;
}

/** Neither a forwarder nor who replays a message can bring these about. */
const isVouched = (profile: SpfProfile): boolean => profile === 'aligned' || profile.startsWith('at ');
/** SPF passed for nobody: only the address may show whether it is home. */
export const isByAddress = (profile: SpfProfile): boolean => profile === 'none' || profile === 'unlisted';
const isTelling = (profile: SpfProfile): boolean => profile !== 'unsaid' && profile !== 'unknown';

/** All addresses of a signature came the same way. */
interface Sum {
  readonly profile: SpfProfile;
  readonly organisation: string;
  readonly keys: readonly string[];
  messages: number;
}

export function homesOf(tallies: () => Iterable<Tally>, reading: Reading): Homes {
  const { oursOf, organisation } = reading;
  const sums = new Map<Signature, Sum>();
  const authorised = newSets();
  for (const { signature, sourceIp, messages } of tallies()) {
    let sum = sums.get(signature);
    if (sum === undefined) sums.set(signature, (sum = sumOf(signature, reading)));
    sum.messages += messages;
    if (sum.profile === 'aligned') authorised.of(sum.organisation).add(sourceIp);
  }

  const told = [...sums].filter(([signature, { profile }]) => !saysResent(signature) && isTelling(profile));
  const counts = new Map<string, Map<SpfProfile, number>>();
  for (const [, { profile, keys, messages }] of told)
    for (const key of keys) {
      const count = counts.get(key) ?? new Map<SpfProfile, number>();
      counts.set(key, count.set(profile, (count.get(profile) ?? 0) + messages));
    }
  const vouched = new Map(
    [...counts].flatMap(([key, count]): [string, Set<SpfProfile>][] => {
      const homes = [...count.keys()].filter((profile) => isVouched(profile));
      return homes.length === 0 ? [] : [[key, new Set(homes)]];
    }),
  );
  // Who re-sent mail with keys whose homes are beyond doubt, re-sends.
  const resenders = newSets();
  for (const [, { profile, keys, organisation: home }] of told)
    if (profile.startsWith('for ') && keys.some((key) => isWhole(key) && vouched.has(key)))
      resenders.of(home).add(profile.slice('for '.length));

  const replayers = replayersOf(counts, vouched, reading);
  const homes = new Map<string, ReadonlySet<SpfProfile>>(vouched);
  for (const [key, count] of counts) {
    if (homes.has(key)) continue;
    const owner = organisation(key.slice(0, key.indexOf(' ')));
    // Where some of it has an envelope of ours, it started with one, and another envelope came later.
    const [home] = count.has('unlisted')
      ? (['unlisted'] as const)
      : [...count]
          .filter(([profile]) => !resenders.has(owner, profile.slice('for '.length)))
          .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
          .map(([profile]) => profile);
    if (home !== undefined) homes.set(key, new Set([home]));
  }
  const grounds = groundsOf(tallies, sums, homes);
  const standing = standingOf(tallies, sums, homes, authorised, grounds);
  const byOrganisation = organisationsOf(homes, organisation);
  return {
    profilesOf: (domain, selector) => homes.get(keyOf(domain, selector)),
    ofOrganisation: (headerFrom) => byOrganisation.get(organisation(headerFrom)),
    isHomeAddress: (domain, selector, sourceIp) => grounds(keyOf(domain, selector), sourceIp),
    authorised: (headerFrom, sourceIp) => authorised.has(organisation(headerFrom), sourceIp),
    standing: (headerFrom, sourceIp) => standing(organisation(headerFrom), sourceIp),
    replays: (headerFrom, domain) => replayers.has(organisation(headerFrom), organisation(domain)),
    resends: (headerFrom, domain) => resenders.has(organisation(headerFrom), organisation(domain)),
  };

  function sumOf(signature: Signature, context: Reading): Sum {
    const ours = oursOf(signature.headerFrom);
    return {
      profile: spfProfile(signature, ours, context),
      organisation: organisation(signature.headerFrom),
      keys: signature.dkim
        .filter(({ domain, result }) => result === 'pass' && ours(domain))
        .map(({ domain, selector }) => keyOf(domain, selector)),
      messages: 0,
    };
  }
}

/** Where a reporter leaves out selectors, the mail of many services is one key, which shows the home of none. */
const isWhole = (key: string): boolean => !key.endsWith(' ');
const keyOf = (domain: string, selector: string | undefined): string => `${domain} ${selector ?? ''}`;

/** Nobody forwards ten times what is sent; a spammer who got one signed message sends it on by the thousand. */
const REPLAY_FACTOR = 10;
const FEWEST_REPLAYED = 500;

function replayersOf(
  counts: ReadonlyMap<string, ReadonlyMap<SpfProfile, number>>,
  vouched: ReadonlyMap<string, ReadonlySet<SpfProfile>>,
  { organisation, catalogue }: Reading,
): Sets {
  const replayers = newSets();
  for (const [key, homes] of vouched) {
    if (!isWhole(key)) continue;
    const count = counts.get(key) ?? new Map<SpfProfile, number>();
    const sent = [...homes].reduce((sum, profile) => sum + (count.get(profile) ?? 0), 0);
    for (const [profile, messages] of count) {
      const name = profile.slice('for '.length);
      if (!profile.startsWith('for ') || messages < Math.max(FEWEST_REPLAYED, REPLAY_FACTOR * sent)) continue;
      if (serviceOf(name, catalogue) === undefined)
        replayers.of(organisation(key.slice(0, key.indexOf(' ')))).add(name);
    }
  }
  return replayers;
}

/** Networks with less of a key's mail than this are where some of it was re-sent to, not where it starts. */
const LEAST_SHARE_OF_HOME = 0.1;

/**
 * Where SPF passes for nobody even at home (a server nobody listed), a forwarder that keeps the envelope leaves the same
 * row: there the mail is at home in the networks most of it comes from. Without one that stands out, anywhere.
 */
function groundsOf(
  tallies: () => Iterable<Tally>,
  sums: ReadonlyMap<Signature, Sum>,
  homes: ReadonlyMap<string, ReadonlySet<SpfProfile>>,
): (key: string, sourceIp: string) => boolean {
  const byKey = new Map<string, Map<string, number>>();
  for (const { signature, sourceIp, messages } of tallies()) {
    const sum = sums.get(signature);
    if (sum === undefined || !isByAddress(sum.profile)) continue;
    for (const key of sum.keys) {
      if (homes.get(key)?.has(sum.profile) !== true) continue;
      const counts = byKey.get(key) ?? new Map<string, number>();
      byKey.set(key, counts);
      counts.set(networkOf(sourceIp), (counts.get(networkOf(sourceIp)) ?? 0) + messages);
    }
  }
  const grounds = new Map(
    [...byKey].map(([key, counts]) => {
      const all = [...counts.values()].reduce((sum, messages) => sum + messages, 0);
      return [
        key,
        new Set([...counts].filter(([, messages]) => messages >= all * LEAST_SHARE_OF_HOME).map(([name]) => name)),
      ];
    }),
  );
  return (key, sourceIp) => {
    const known = grounds.get(key);
    return known === undefined || known.size === 0 || known.has(networkOf(sourceIp));
  };
}

/** The /24 an address lies in, or the first four groups of an IPv6 address as it is written. */
const networkOf = (sourceIp: string): string =>
  sourceIp.includes(':') ? sourceIp.split(':').slice(0, 4).join(':') : sourceIp.slice(0, sourceIp.lastIndexOf('.'));

function standingOf(
  tallies: () => Iterable<Tally>,
  sums: ReadonlyMap<Signature, Sum>,
  homes: ReadonlyMap<string, ReadonlySet<SpfProfile>>,
  authorised: Sets,
  grounds: (key: string, sourceIp: string) => boolean,
): (organisation: string, sourceIp: string) => 'home' | 'away' | undefined {
  const [home, away] = [newSets(), newSets()];
  for (const { signature, sourceIp } of tallies()) {
    const sum = sums.get(signature);
    if (sum === undefined || sum.keys.length === 0 || !isTelling(sum.profile)) continue;
    // SPF told these already.
    if (sum.profile === 'aligned') continue;
    if (!isVouched(sum.profile) && !sum.keys.some((key) => isWhole(key))) continue;
    if (isByAddress(sum.profile) && authorised.has(sum.organisation, sourceIp)) continue;
    const atHome =
      isVouched(sum.profile) ||
      sum.keys.some(
        (key) => homes.get(key)?.has(sum.profile) === true && (!isByAddress(sum.profile) || grounds(key, sourceIp)),
      );
    (atHome ? home : away).of(sum.organisation).add(sourceIp);
  }
  return (organisation, sourceIp) => {
    const isHome = authorised.has(organisation, sourceIp) || home.has(organisation, sourceIp);
    const isAway = away.has(organisation, sourceIp);
    // A mailbox host's address is both.
    return isHome === isAway ? undefined : isHome ? 'home' : 'away';
  };
}

function organisationsOf(
  homes: ReadonlyMap<string, ReadonlySet<SpfProfile>>,
  organisation: (domain: string) => string,
): ReadonlyMap<string, ReadonlySet<SpfProfile>> {
  const all = new Map<string, Set<SpfProfile>>();
  // Keys with a selector first: without one, the mail of many services is one key.
  const keys = [...homes].toSorted(([a], [b]) => Number(a.endsWith(' ')) - Number(b.endsWith(' ')));
  for (const [key, profiles] of keys) {
    const owner = organisation(key.slice(0, key.indexOf(' ')));
    const present = all.get(owner);
    if (present === undefined || !key.endsWith(' ')) all.set(owner, new Set([...(present ?? []), ...profiles]));
  }
  return all;
}

interface Sets {
  of(organisation: string): Set<string>;
  has(organisation: string, member: string): boolean;
}

function newSets(): Sets {
  const sets = new Map<string, Set<string>>();
  return {
    of(organisation) {
      const present = sets.get(organisation) ?? new Set<string>();
      sets.set(organisation, present);
      return present;
    },
    has: (organisation, member) => sets.get(organisation)?.has(member) === true,
  };
}
