import type { Ours } from './identify.ts';
import type { Signature } from './signature.ts';
import type { Tally } from './tally.ts';

/**
 * What SPF says of mail as it comes from its sender, per key it is signed with: forwarded mail keeps the signature and
 * loses the rest, so the greater part of a key's traffic shows its home and what differs from it was re-sent.
 */
export type SpfProfile =
  | 'aligned' // SPF passed for our own domain
  | 'none' // SPF passed for nobody
  | `for ${string}`; // SPF passed for this organisation

/** What is known about a period as a whole, before any row is judged. */
export interface Homes {
  /** The profile most of the messages with this key have; undefined for a key that never passed. */
  readonly profileOf: (domain: string, selector: string | undefined) => SpfProfile | undefined;
  /**
   * Whether mail of this From domain's organisation comes from its senders with this profile: for rows whose reporter
   * leaves out the key. Undefined where no key of the organisation is known.
   */
  readonly isHome: (headerFrom: string, profile: SpfProfile) => boolean | undefined;
  /** Addresses SPF passed for our own domain from: they are authorised by us. */
  readonly authorised: (headerFrom: string, sourceIp: string) => boolean;
}

/** Override types that say the message came through somebody who re-sends (RFC 7489 App. C, RFC 9990 §2, RFC 8617). */
const RESENT = new Set(['mailing_list', 'forwarded', 'trusted_forwarder', 'arc=pass']);
export const saysResent = (signature: Signature): boolean => signature.overrides.some((word) => RESENT.has(word));

export function spfProfile(signature: Signature, ours: Ours, organisation: (domain: string) => string): SpfProfile {
  const passed = signature.spf.filter(({ result }) => result === 'pass');
  if (signature.spfAligned === true || passed.some(({ domain }) => ours(domain))) return 'aligned';
  const [first] = passed;
  return first === undefined ? 'none' : `for ${organisation(first.domain)}`;
}

export function homesOf(
  tallies: Iterable<Tally>,
  oursOf: (headerFrom: string) => Ours,
  organisation: (domain: string) => string,
): Homes {
  const profiles = new Map<string, Map<SpfProfile, number>>();
  const authorised = new Map<string, Set<string>>();
  const authorisedBy = (home: string): Set<string> => {
    const present = authorised.get(home) ?? new Set<string>();
    authorised.set(home, present);
    return present;
  };
  // All addresses of a signature came the same way.
  const known = new Map<
    Signature,
    { readonly profile: SpfProfile; readonly vouched?: Set<string>; messages: number }
  >();
  for (const { signature, sourceIp, messages } of tallies) {
    let sum = known.get(signature);
    if (sum === undefined) {
      const profile = spfProfile(signature, oursOf(signature.headerFrom), organisation);
      const vouched = profile === 'aligned' ? { vouched: authorisedBy(organisation(signature.headerFrom)) } : {};
      known.set(signature, (sum = { profile, ...vouched, messages: 0 }));
    }
    sum.messages += messages;
    sum.vouched?.add(sourceIp);
  }
  for (const [signature, { profile, messages }] of known) {
    if (saysResent(signature) || signature.spf.length === 0) continue;
    const ours = oursOf(signature.headerFrom);
    for (const { domain, selector, result } of signature.dkim) {
      if (result !== 'pass' || !ours(domain)) continue;
      const key = `${domain} ${selector ?? ''}`;
      const counts = profiles.get(key) ?? new Map<SpfProfile, number>();
      counts.set(profile, (counts.get(profile) ?? 0) + messages);
      profiles.set(key, counts);
    }
  }
  const homes = new Map<string, SpfProfile>();
  const byOrganisation = new Map<string, Set<SpfProfile>>();
  // Keys with a selector first: without one, the mail of many services is one key.
  const keys = [...profiles].toSorted(([a], [b]) => Number(a.endsWith(' ')) - Number(b.endsWith(' ')));
  for (const [key, counts] of keys) {
    const [home] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (home === undefined) continue;
    homes.set(key, home[0]);
    const owner = organisation(key.slice(0, key.indexOf(' ')));
    const present = byOrganisation.get(owner);
    if (present === undefined || !key.endsWith(' ')) byOrganisation.set(owner, (present ?? new Set()).add(home[0]));
  }
  return {
    isHome: (headerFrom, profile) => byOrganisation.get(organisation(headerFrom))?.has(profile),
    profileOf: (domain, selector) => homes.get(`${domain} ${selector ?? ''}`),
    authorised: (headerFrom, sourceIp) => authorised.get(organisation(headerFrom))?.has(sourceIp) === true,
  };
}
