import type { Attribution } from './attribution.ts';
import { isBare } from './case.ts';
import type { Group } from './groups.ts';
import type { Stream, StreamClass } from './stream.ts';
import type { Tallies } from './tally.ts';

/** How far rows that say nothing but an address can be trusted to be like the others from there. */
const LIKE_THE_OTHERS = 0.55;

/**
 * Some reporters say what DMARC made of the mail and nothing of why. Such rows are what most of the address's other mail
 * is, of the same From domain's organisation: the answer is the same array with those rows judged again.
 */
export function withoutResults(
  groups: readonly Group[],
  attributions: Attribution[],
  tallies: Tallies,
  organisation: (domain: string) => string,
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
  for (const { signature, keys } of bare)
    for (const key of keys) {
      const address = tallies.addressOf(key);
      const own = attributions[key];
      const known = others.get(about(signature.headerFrom, address));
      if (own !== undefined && own.rule === undefined && known !== undefined) told[key] = likeOthers(own, known);
    }
  return told;
}

function likeOthers(own: Attribution, others: ReadonlyMap<Attribution, number>): Attribution {
  const byClass = new Map<string, number>();
  for (const [{ class: streamClass }, messages] of others) {
    const group = groupOf(streamClass);
    byClass.set(group, (byClass.get(group) ?? 0) + messages);
  }
  const [group] = [...byClass].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  if (group === undefined) return own;
  const [like] =
    [...others]
      .filter(([one]) => groupOf(one.class) === group)
      .toSorted((a, b) => b[1] - a[1] || (a[0].stream.id < b[0].stream.id ? -1 : 1))[0] ?? [];
  // What passes is never forged.
  if (like === undefined || (own.pass && group === 'suspicious')) return own;
  if (!own.pass && group === 'ours' && !bindsAddress(like)) return own;
  const { provider } = like.stream;
  // What the address alone says names its network at most, and other rows say more.
  const isNamed = own.stream.provider !== undefined && (provider === undefined || provider === own.stream.provider);
  if (group === groupOf(own.class) && isNamed) return own;
  const named = { kind: 'learned', what: 'most mail from the address', weight: LIKE_THE_OTHERS } as const;
  const evidence =
    provider === undefined
      ? own.evidence
      : [{ ...named, provider }, ...own.evidence].toSorted((a, b) => b.weight - a.weight);
  if (group === groupOf(own.class)) return { ...own, evidence, stream: streamLike(like.stream, own.stream) };
  return {
    ...own,
    evidence,
    stream: streamLike(like.stream, own.stream),
    class: group === 'ours' ? (own.pass ? 'aligned' : 'fixable') : like.class,
    confidence: LIKE_THE_OTHERS,
    classConfidence: LIKE_THE_OTHERS,
    because: 'as most of the mail from this address is',
  };
}

/** SPF passed there: a signature alone says nothing of the address it comes from. */
const bindsAddress = ({ evidence }: Attribution): boolean =>
  evidence.some(({ kind }) => kind === 'own-domain' || kind === 'return-path');

/** The same sender for another From domain. */
const streamLike = (like: Stream, { headerFrom }: Stream): Stream => ({
  ...like,
  id: like.id.slice(0, -like.headerFrom.length) + headerFrom,
  headerFrom,
});

const groupOf = (streamClass: StreamClass): string =>
  streamClass === 'aligned' || streamClass === 'fixable' ? 'ours' : streamClass;
