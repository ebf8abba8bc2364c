import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { sendsForCustomers } from '../providers/for-customers.ts';
import type { Attribution } from './attribution.ts';
import { throughServices, type ThroughService } from './through-services.ts';
import { isBare } from './case.ts';
import type { Group } from './groups.ts';
import type { Stream } from './stream.ts';
import type { Tallies } from './tally.ts';
import { type Whose, whoseIs } from './whose.ts';

/** How far rows that say nothing but an address can be trusted to be like the others from there. */
const LIKE_THE_OTHERS = 0.55;

interface BareKnowledge {
  readonly catalogue: Catalogue;
  /** Who publishes the address of a tally as one it sends from. */
  readonly networkOf: (key: number) => Provider | undefined;
  readonly organisation: (domain: string) => string;
}

/**
 * Some reporters say what DMARC made of the mail and nothing of why. Such rows are what most of the address's other mail
 * is, of the same From domain's organisation: the answer is the same array with those rows judged again.
 */
export function withoutResults(
  groups: readonly Group[],
  attributions: Attribution[],
  tallies: Tallies,
  { catalogue, networkOf, organisation }: BareKnowledge,
): Attribution[] {
  const bare = groups.filter(({ signature }) => isBare(signature));
  if (bare.length === 0) return attributions;
  const told = [...attributions];
  const others = new Map<string, Map<Attribution, number>>();
  const about = (headerFrom: string, address: number): string => `${organisation(headerFrom)} ${address}`;
  for (const { signature, keys } of bare)
    for (const key of keys) others.set(about(signature.headerFrom, tallies.addressOf(key)), new Map());
  for (const { signature, keys } of groups) {
    if (isBare(signature)) continue;
    for (const key of keys) {
      const address = tallies.addressOf(key);
      const attribution = attributions[key];
      const known = others.get(about(signature.headerFrom, address));
      if (attribution !== undefined) known?.set(attribution, (known.get(attribution) ?? 0) + tallies.messagesOf(key));
    }
  }
  let through: ThroughService | undefined;
  const likeTheService = (key: number, own: Attribution, headerFrom: string): Attribution => {
    const network = own.pass ? undefined : networkOf(key);
    if (network === undefined || !sendsForCustomers(network)) return own;
    through ??= throughServices(groups, attributions, tallies, organisation, catalogue);
    const like = through(organisation(headerFrom), network);
    return like === undefined ? own : throughThe(network, own, like);
  };
  for (const { signature, keys } of bare)
    for (const key of keys) {
      const address = tallies.addressOf(key);
      const own = attributions[key];
      const known = others.get(about(signature.headerFrom, address));
      if (own === undefined || own.rule !== undefined || known === undefined) continue;
      told[key] = known.size > 0 ? likeOthers(own, known) : likeTheService(key, own, signature.headerFrom);
    }
  return told;
}

function likeOthers(own: Attribution, others: ReadonlyMap<Attribution, number>): Attribution {
  const byOwner = new Map<Whose, number>();
  for (const [{ class: streamClass }, messages] of others) {
    const whose = whoseIs(streamClass);
    byOwner.set(whose, (byOwner.get(whose) ?? 0) + messages);
  }
  const [whose] = [...byOwner].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  if (whose === undefined) return own;
  const [like] =
    [...others]
      .filter(([one]) => whoseIs(one.class) === whose)
      .toSorted((a, b) => b[1] - a[1] || (a[0].stream.id < b[0].stream.id ? -1 : 1))[0] ?? [];
  // What passes is never forged.
  if (like === undefined || (own.pass && whose === 'suspicious')) return own;
  if (!own.pass && whose === 'ours' && !bindsAddress(like)) return own;
  const { provider } = like.stream;
  // What the address alone says names its network at most, and other rows say more.
  const isNamed = own.stream.provider !== undefined && (provider === undefined || provider === own.stream.provider);
  if (whose === whoseIs(own.class) && isNamed) return own;
  const named = { kind: 'learned', what: 'most mail from the address', weight: LIKE_THE_OTHERS } as const;
  const evidence =
    provider === undefined
      ? own.evidence
      : [{ ...named, provider }, ...own.evidence].toSorted((a, b) => b.weight - a.weight);
  if (whose === whoseIs(own.class)) return { ...own, evidence, stream: streamLike(like.stream, own.stream) };
  return {
    ...own,
    evidence,
    stream: streamLike(like.stream, own.stream),
    class: whose === 'ours' ? (own.pass ? 'aligned' : 'fixable') : like.class,
    confidence: LIKE_THE_OTHERS,
    classConfidence: LIKE_THE_OTHERS,
    because: 'as most of the mail from this address is',
  };
}

/** No other mail from the address, but the organisation sends through the service whose address it is. */
function throughThe({ name }: Provider, own: Attribution, like: Attribution): Attribution {
  const { provider } = like.stream;
  const evidence = { kind: 'network', what: `an address of ${name}`, weight: LIKE_THE_OTHERS } as const;
  return {
    ...own,
    evidence: [provider === undefined ? evidence : { ...evidence, provider }, ...own.evidence],
    stream: streamLike(like.stream, own.stream),
    class: 'fixable',
    confidence: LIKE_THE_OTHERS,
    classConfidence: LIKE_THE_OTHERS,
    because: `from ${name}, which other mail of the domain is sent through`,
  };
}

/** SPF passed there: a signature alone says nothing of the address it comes from. */
const bindsAddress = ({ evidence }: Attribution): boolean =>
  evidence.some(({ kind }) => kind === 'own-domain' || kind === 'return-path');

/** The same sender for another From domain. */
const streamLike = (like: Stream, { headerFrom }: Stream): Stream => ({
  ...like,
  id: like.id.slice(0, like.id.length - like.headerFrom.length) + headerFrom,
  headerFrom,
});
