import type { Attribution } from './attribution.ts';
import { isBare } from './case.ts';
import type { Group } from './groups.ts';
import type { Signature } from './signature.ts';
import type { Tallies } from './tally.ts';

/** Rows of one address that others are held against: one that sends for thousands of domains would be walked for ever. */
const MAX_FULLER_ROWS = 64;
/** Fuller rows must be of one mind, by messages. */
const OF_ONE_MIND = 2 / 3;
/** How far a row can be trusted to be what a fuller one is. */
const LIKE_THE_FULLER = 0.7;

/** A row from an address, and what was said of it by itself. */
interface Judged {
  readonly key: number;
  readonly signature: Signature;
  readonly attribution: Attribution;
  readonly messages: number;
}

/**
 * Reporters leave out selectors, signatures, or SPF. A row that says less than another from the same address, and nothing
 * else, is the same mail: the answer is the same array with those rows judged by what the fuller ones say.
 */
export function byFullerRows(groups: readonly Group[], attributions: Attribution[], tallies: Tallies): Attribution[] {
  const told = [...attributions];
  for (const rows of byAddress(groups, attributions, tallies)) {
    const most = rows.length > MAX_FULLER_ROWS ? rows.toSorted(byMessages).slice(0, MAX_FULLER_ROWS) : rows;
    for (const { key, signature, attribution } of rows) {
      if (attribution.rule !== undefined || attribution.spfAligned) continue;
      const like = ofOneMind(most.filter((other) => other.key !== key && isFuller(other.signature, signature)));
      if (like !== undefined) told[key] = asFuller(attribution, like);
    }
  }
  return told;
}

/** Rows that say something, of addresses that have more than one kind of them. */
function byAddress(
  groups: readonly Group[],
  attributions: readonly Attribution[],
  tallies: Tallies,
): Iterable<readonly Judged[]> {
  const kinds = new Uint8Array(tallies.addresses());
  for (const { keys } of groups)
    for (const key of keys) {
      const address = tallies.addressOf(key);
      kinds[address] = Math.min(2, (kinds[address] ?? 0) + 1);
    }
  const rows = new Map<number, Judged[]>();
  for (const { signature, keys } of groups) {
    if (isBare(signature)) continue;
    for (const key of keys) {
      const address = tallies.addressOf(key);
      const attribution = attributions[key];
      if (kinds[address] !== 2 || attribution === undefined) continue;
      const present = rows.get(address) ?? [];
      if (present.push({ key, signature, attribution, messages: tallies.messagesOf(key) }) === 1)
        rows.set(address, present);
    }
  }
  return rows.values();
}

/** Says all that the other says, and more, and came to the same. */
function isFuller(fuller: Signature, { headerFrom, dkim, spf, dkimAligned, spfAligned }: Signature): boolean {
  if (fuller.headerFrom !== headerFrom) return false;
  if (fuller.dkimAligned !== dkimAligned || fuller.spfAligned !== spfAligned) return false;
  const said = spf.filter(({ scope, result }) => scope !== 'helo' || result === 'pass');
  const selectors = (keys: Signature['dkim']): number => keys.filter(({ selector = '' }) => selector !== '').length;
  const saysMore =
    fuller.dkim.length > dkim.length || fuller.spf.length > said.length || selectors(fuller.dkim) > selectors(dkim);
  return (
    saysMore &&
    said.every((one) => fuller.spf.some(({ domain, result }) => domain === one.domain && result === one.result)) &&
    dkim.every(({ domain, selector = '', result }) =>
      fuller.dkim.some(
        (other) =>
          other.domain === domain && other.result === result && (selector === '' || other.selector === selector),
      ),
    )
  );
}

/** What most fuller rows were judged to be, where hardly any was judged otherwise. */
function ofOneMind(fuller: readonly Judged[]): Attribution | undefined {
  if (fuller.length === 0) return undefined;
  const all = fuller.reduce((sum, { messages }) => sum + messages, 0);
  const [first, ...others] = fuller.toSorted(byMessages);
  if (first === undefined) return undefined;
  const whose = whoseIs(first.attribution);
  const alike = others.reduce(
    (sum, { attribution, messages }) => (whoseIs(attribution) === whose ? sum + messages : sum),
    first.messages,
  );
  return alike >= all * OF_ONE_MIND ? first.attribution : undefined;
}

const byMessages = (a: Judged, b: Judged): number =>
  b.messages - a.messages || (a.attribution.stream.id < b.attribution.stream.id ? -1 : 1);

/** Ours and failing, or ours and passing, is the row's own affair. */
const whoseIs = ({ class: streamClass }: Attribution): string =>
  streamClass === 'aligned' || streamClass === 'fixable' ? 'ours' : streamClass;

function asFuller(own: Attribution, like: Attribution): Attribution {
  const { provider } = like.stream;
  if (whoseIs(own) === whoseIs(like) && (own.stream.id === like.stream.id || namesMore(own, like))) return own;
  const named = { kind: 'learned', what: 'fuller reports of the same mail', weight: LIKE_THE_FULLER } as const;
  const { because: _, ...rest } = own;
  const streamClass = whoseIs(like) !== 'ours' ? like.class : own.pass ? 'aligned' : 'fixable';
  return {
    ...rest,
    stream: like.stream,
    class: streamClass,
    confidence: Math.min(like.confidence, LIKE_THE_FULLER),
    classConfidence: Math.min(like.classConfidence, LIKE_THE_FULLER),
    evidence: (provider === undefined ? own.evidence : [{ ...named, provider }, ...own.evidence]).toSorted(
      (a, b) => b.weight - a.weight,
    ),
    ...(streamClass === 'aligned' ? {} : { because: 'as fuller reports of the same mail say' }),
  };
}

const namesMore = (own: Attribution, { stream }: Attribution): boolean =>
  own.stream.provider !== undefined && stream.provider === undefined;
