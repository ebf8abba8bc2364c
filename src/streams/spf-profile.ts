import type { Catalogue } from '../providers/catalogue.ts';
import type { Ours } from './ours.ts';
import { sendsForCustomers } from '../providers/for-customers.ts';
import { serviceOf } from './services.ts';
import type { Signature } from './signature.ts';

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

/** Words for a domain without an SPF record; some receivers have their own. */
export const UNSAID: ReadonlySet<string> = new Set(['none', 'unknown']);
/** Words for an address that the record speaks against. */
export const REFUSED: ReadonlySet<string> = new Set(['fail', 'softfail', 'hardfail']);

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
export const isVouched = (profile: SpfProfile): boolean => profile === 'aligned' || profile.startsWith('at ');
/** SPF passed for nobody: only the address may show whether it is home. */
export const isByAddress = (profile: SpfProfile): boolean => profile === 'none' || profile === 'unlisted';
export const isTelling = (profile: SpfProfile): boolean => profile !== 'unsaid' && profile !== 'unknown';
/** The organisation SPF passed for, where it is neither ours nor a service that sends for customers. */
export const strangerOf = (profile: SpfProfile): string | undefined =>
  profile.startsWith('for ') ? profile.slice('for '.length) : undefined;

/** Override types that say the message came through somebody who re-sends (RFC 7489 App. C, RFC 9990 §2, RFC 8617). */
const RESENT = new Set(['mailing_list', 'forwarded', 'trusted_forwarder', 'arc=pass']);
export const saysResent = ({ overrides }: Signature): boolean => overrides.some((word) => RESENT.has(word));
