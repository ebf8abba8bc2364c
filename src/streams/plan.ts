import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import type { Addresses } from './addresses.ts';
import type { Branch, Branches } from './branch.ts';
import { ownSignatures, passes, passesForSomebody } from './case.ts';
import type { Homes } from './homes.ts';
import type { Host } from './host.ts';
import { NAMED, type Sender } from './identify.ts';
import type { Ours } from './ours.ts';
import type { Lessons } from './lessons.ts';
import type { Ruling, StreamRule } from './rules.ts';
import type { Signature } from './signature.ts';
import { isByAddress, spfProfile, strangerOf, type Reading } from './spf-profile.ts';
import type { Tally } from './tally.ts';

/** What is known of a signature before any address is looked at, and what an address may add to it. */
export interface Plan {
  readonly signature: Signature;
  readonly ours: Ours;
  /** Who sent it by the signature alone. */
  readonly alone: Sender;
  readonly ruling: Ruling;
  /**
   * Nothing in it names the sender, and somebody vouches for it, or what we signed has a stranger's envelope: who publishes
   * the address matters.
   */
  readonly asksNetwork: boolean;
  /** SPF does not say that the address is ours: what other rows say of it matters. */
  readonly asksStanding: boolean;
  /** SPF passed for nobody: of which of its keys mail starts from the address matters. */
  readonly asksGrounds: boolean;
}

export function planOf(published: Signature, alone: Sender, ruling: Ruling, reading: Reading): Plan {
  const ours = reading.oursOf(published.headerFrom);
  const signature = completed(published, ours);
  const profile = spfProfile(signature, ours, reading);
  const isUnnamed = alone.confidence < NAMED && (passes(signature) || passesForSomebody({ signature }));
  return {
    signature,
    ours,
    alone,
    ruling,
    asksNetwork:
      isUnnamed || (signature.dkimAligned === true && (isByAddress(profile) || strangerOf(profile) !== undefined)),
    asksStanding: signature.spfAligned !== true,
    asksGrounds: isByAddress(profile) && ownSignatures({ signature, ours }).length > 0,
  };
}

/** What an address adds to what its signature says. */
export interface Setting {
  readonly branch: Branch;
  readonly network: Provider | undefined;
  readonly rule: StreamRule | undefined;
  readonly host: Host | undefined;
}
export interface Surroundings {
  readonly addresses: Addresses;
  readonly branches: Branches;
  readonly catalogue: Catalogue;
  readonly homes: Homes;
  readonly lessons: Lessons;
  readonly organisation: (domain: string) => string;
}

/** The setting of one address, and a text that is the same for all addresses that add the same. */
export function settingOf(
  { signature, ours, ruling, asksNetwork, asksStanding, asksGrounds }: Plan,
  { sourceIp, address }: Tally,
  { addresses, branches, homes }: Surroundings,
): Setting & { readonly like: string } {
  const { headerFrom } = signature;
  const branch = branches(headerFrom, sourceIp);
  const network = asksNetwork ? addresses.networkOf(address, sourceIp) : undefined;
  const rule = ruling(sourceIp);
  const host = addresses.hostOf(sourceIp);
  let like = addresses.likeOf(address, sourceIp);
  if (asksStanding) like += standingKey(homes, headerFrom, sourceIp);
  if (asksGrounds)
    for (const { domain, selector } of ownSignatures({ signature, ours }))
      like += homes.isHomeAddress(domain, selector, sourceIp) ? '+' : '-';
  if (branch.kind !== 'open') like += ` ${branchKey(branch)}`;
  if (network !== undefined) like += ` in ${network.id}`;
  if (rule !== undefined) like += ` by ${rule.origin}`;
  return { branch, network, rule, host, like };
}

/** What homes say of an address: short, since it is put together for every row. */
const standingKey = (homes: Homes, headerFrom: string, sourceIp: string): string =>
  (homes.authorised(headerFrom, sourceIp) ? 'a' : '') + (homes.standing(headerFrom, sourceIp) ?? '');

const branchKey = (branch: Branch): string =>
  branch.kind === 'own' ? `own ${branch.term}` : branch.kind === 'include' ? branch.domains.join(' ') : branch.kind;

/** Where a report does not say what DMARC made of the results, relaxed alignment does (RFC 9989 §4.4). */
function completed(signature: Signature, ours: Ours): Signature {
  if (signature.dkimAligned !== undefined && signature.spfAligned !== undefined) return signature;
  const aligned = (results: readonly { readonly domain: string; readonly result: string }[]): boolean =>
    results.some(({ domain, result }) => result === 'pass' && ours(domain));
  const { dkimAligned = aligned(signature.dkim), ...said } = signature;
  // A report that has no word about SPF does not say that it did not align.
  if (said.spfAligned === undefined && said.spf.length === 0) return { ...said, dkimAligned };
  const { spfAligned = aligned(said.spf.filter(({ scope }) => scope !== 'helo')) } = said;
  return { ...said, dkimAligned, spfAligned };
}
