import type { Catalogue } from '../providers/catalogue.ts';
import { OPEN } from './branch.ts';
import { isRelated } from './case.ts';
import { addressBallot, newBallot } from './ballots.ts';
import type { Group } from './groups.ts';
import type { Homes } from './homes.ts';
import { NAMED, type Sender } from './identify.ts';
import type { Ours } from './ours.ts';
import type { Lessons } from './lessons.ts';
import type { Signature } from './signature.ts';
import { spfProfile, type Reading, type SpfProfile } from './spf-profile.ts';
import type { Tallies } from './tally.ts';
import { tellingKeys } from './telling-key.ts';

/** Who publishes an address says less than a signature does: it takes most of a key's mail to name the key by it. */
const MOST_OF_KEY = 0.5;

/** Lets every group vote on the keys, return paths and addresses it has; `senders`: who each is of by itself. */
export function lessonsOf(
  groups: readonly Group[],
  senders: readonly Sender[],
  tallies: Tallies,
  reading: Reading,
  homes: Homes,
): Lessons {
  const { oursOf, catalogue } = reading;
  const [keys, commonKeys, returnPaths] = [newBallot(), newBallot(), newBallot()];
  const keysByNetwork = newBallot(MOST_OF_KEY);
  const networkOf = networksOf(tallies, catalogue);
  const addresses = addressBallot(tallies.addresses());
  const addressKeys = addressBallot(tallies.addresses());
  for (const [index, { signature, messages: all, keys: members }] of groups.entries()) {
    const sender = senders[index];
    if (sender === undefined) continue;
    const witness = witnessOf(signature, sender, oursOf(signature.headerFrom), reading, homes);
    for (const { key, mayBeOf } of witness.keys) {
      keys.vote(key, mayBeOf(witness.provider) ? witness.provider : undefined, all);
      commonKeys.vote(key, mayBeOf(witness.hinted) ? witness.hinted : undefined, all);
    }
    const [first] = witness.keys;
    // SPF passed for us there: nobody re-sent it.
    const isByNetwork = first !== undefined && signature.spfAligned === true && sender.confidence < NAMED;
    for (const domain of witness.returnPaths) returnPaths.vote(domain, witness.provider, all);
    const [provider, key] = witness.fromHome ? [witness.provider, witness.keys[0]?.key] : [];
    for (const member of members) {
      const address = tallies.addressOf(member);
      const messages = tallies.messagesOf(member);
      addresses.vote(address, provider, messages);
      addressKeys.vote(address, key, messages);
      if (isByNetwork) keysByNetwork.vote(first.key, networkOf(member, address), messages);
    }
  }
  const ofKey = remembered(
    (key) => keys.winner(key) ?? tenantOf(keysByNetwork.winner(key), selectorOf(key), catalogue),
  );
  // Where the selector is one the service is known to use, few rows are enough.
  const ofCommonKey = remembered((key) =>
    commonKeys.winner(key, (id) => catalogue.bySelector(selectorOf(key)).weak.some((service) => service.id === id)),
  );
  return {
    ofKey: (domain, selector) => ofKey(`${domain} ${selector}`),
    ofCommonKey: (domain, selector) => ofCommonKey(`${domain} ${selector}`),
    ofReturnPath: (domain) => returnPaths.winner(domain),
    ofAddress: (address) => addresses.winner(address),
    ofKeyOfAddress(address) {
      const key = addressKeys.winner(address);
      return key === undefined ? undefined : (ofKey(key) ?? ofCommonKey(key));
    },
    keyOfAddress(address) {
      const key = addressKeys.winner(address);
      return key === undefined ? undefined : selectorOf(key);
    },
  };
}

/** Who signs in our name, as far as addresses tell it; a gateway has others' keys as well, and each address is asked once. */
function networksOf(tallies: Tallies, catalogue: Catalogue): (tally: number, address: number) => string | undefined {
  const known = new Map<number, string | undefined>();
  return (tally, address) => {
    if (known.has(address)) return known.get(address);
    const service = catalogue.byAddress(tallies.sourceIpOf(tally));
    const id = service === undefined || service.category === 'gateway' ? undefined : service.id;
    known.set(address, id);
    return id;
  };
}

/** The one service that sends through the network's and is known to use the selector; otherwise the network's own. */
function tenantOf(network: string | undefined, selector: string, catalogue: Catalogue): string | undefined {
  if (network === undefined) return undefined;
  const [tenant, ...others] = catalogue.bySelector(selector).weak.filter(({ runsOn }) => runsOn?.includes(network));
  return tenant === undefined || others.length > 0 ? network : tenant.id;
}

const selectorOf = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** Asked once for every address, and there are few keys. */
function remembered(find: (key: string) => string | undefined): (key: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (key) => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key);
  };
}

/** What the rows of one signature have to say. */
interface Witness {
  /** Undefined where nobody is named for certain. */
  readonly provider: string | undefined;
  /** The same, named by a common selector and something else besides. */
  readonly hinted: string | undefined;
  readonly keys: readonly { readonly key: string; readonly mayBeOf: (provider: string | undefined) => boolean }[];
  readonly returnPaths: readonly string[];
  /** Whether it comes the way its key mostly does: what an address forwards says nothing about the address. */
  readonly fromHome: boolean;
}

function witnessOf(
  signature: Signature,
  { provider, evidence }: Sender,
  ours: Ours,
  reading: Reading,
  homes: Homes,
): Witness {
  const { catalogue, organisation } = reading;
  // A return path alone may be a forwarder's; a signature is the sender's own hand.
  const signed = evidence.filter(
    ({ kind, provider: speaksFor }) =>
      speaksFor === provider?.id && (kind === 'dkim-domain' || kind === 'dkim-selector'),
  );
  const sender = provider?.category === 'forwarder' ? undefined : provider?.id;
  const own = tellingKeys(signature, ours, catalogue);
  const profile = spfProfile(signature, ours, reading);
  const fromHome =
    signature.spf.length === 0 ||
    (own.length === 0 && homeless(signature, ours, homes, profile)) ||
    own.some(({ domain, selector }) => homes.profilesOf(domain, selector)?.has(profile) === true);
  // Who re-sends may sign as well. Bounces come from a tenant of ours by another way than its mail.
  const teaches = fromHome || isRelated({ signature, ours, branch: OPEN, organisation, catalogue });
  return {
    provider: teaches && signed.some(({ weight }) => weight >= NAMED) ? sender : undefined,
    hinted: teaches && signed.length > 0 ? sender : undefined,
    keys: own.map(({ domain, selector = '' }) => {
      // A message may have two keys of ours, each with a service of its own.
      const { alone, weak } = catalogue.bySelector(selector);
      const claimed = new Set([...alone, ...weak].map(({ id }) => id));
      const mayBeOf = (id: string | undefined): boolean => id !== undefined && (claimed.size === 0 || claimed.has(id));
      return { key: `${domain} ${selector}`, mayBeOf };
    }),
    returnPaths: signature.spf
      // Everybody's mail has the domain itself.
      .filter(({ domain, result }) => result === 'pass' && ours(domain) && domain !== organisation(domain))
      .filter(({ domain }) => domain !== signature.headerFrom)
      .map(({ domain }) => domain),
    fromHome,
  };
}

/** Nothing shows where its key is at home: it is not ours, or the reporter leaves selectors out. */
const homeless = (signature: Signature, ours: Ours, homes: Homes, profile: SpfProfile): boolean =>
  !signature.dkim.some(({ domain }) => ours(domain)) ||
  homes.ofOrganisation(signature.headerFrom)?.has(profile) !== false;
