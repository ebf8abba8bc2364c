import type { Attribution } from './attribution.ts';
import { isBare } from './case.ts';
import type { DkimResult } from '../reports/aggregate/row.ts';
import type { Group } from './groups.ts';
import type { Signature } from './signature.ts';
import { saysResent } from './spf-profile.ts';
import type { Tallies } from './tally.ts';
import { whoseIs } from './whose.ts';

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
  /** Its SPF results; that a HELO name does not pass says nothing. */
  readonly said: Signature['spf'];
  /** How many of its signatures have their selectors. */
  readonly selectors: number;
  readonly attribution: Attribution;
  readonly messages: number;
}

/**
 * Reporters leave out selectors, signatures, or SPF. A row that says less than another from the same address, and nothing
 * else, is the same mail: the answer is the same array with those rows judged by what the fuller ones say.
 */
export function byFullerRows(groups: readonly Group[], attributions: Attribution[], tallies: Tallies): Attribution[] {
  const told = [...attributions];
  for (const keys of byAddress(groups, tallies)) {
    const rows = keys.flatMap((key) => judgedOf(key, attributions, tallies));
    const most = rows.length > MAX_FULLER_ROWS ? rows.toSorted(byMessages).slice(0, MAX_FULLER_ROWS) : rows;
    for (const row of rows) {
      const { key, attribution, signature } = row;
      if (attribution.rule !== undefined || attribution.spfAligned || saysResent(signature)) continue;
      const like = ofOneMind(most.filter((other) => isFuller(other, row)));
      if (like !== undefined) told[key] = asFuller(attribution, like);
    }
  }
  return told;
}

function judgedOf(key: number, attributions: readonly Attribution[], tallies: Tallies): Judged[] {
  const attribution = attributions[key];
  if (attribution === undefined) return [];
  const signature = tallies.signatureOf(key);
  const said = signature.spf.filter(({ scope, result }) => scope !== 'helo' || result === 'pass');
  const selectors = signature.dkim.filter(({ selector = '' }) => selector !== '').length;
  return [{ key, signature, said, selectors, attribution, messages: tallies.messagesOf(key) }];
}

/** Keys of rows that say something, of addresses that have more than one kind of them; most have one. */
function byAddress(groups: readonly Group[], tallies: Tallies): Iterable<readonly number[]> {
  const kinds = new Uint8Array(tallies.addresses());
  const told = groups.filter(({ signature }) => !isBare(signature));
  for (const { keys } of told)
    for (const key of keys) {
      const address = tallies.addressOf(key);
      kinds[address] = Math.min(2, (kinds[address] ?? 0) + 1);
    }
  const rows = new Map<number, number[]>();
  for (const { keys } of told)
    for (const key of keys) {
      const address = tallies.addressOf(key);
      if (kinds[address] !== 2) continue;
      const present = rows.get(address);
      if (present === undefined) rows.set(address, [key]);
      else present.push(key);
    }
  return rows.values();
}

/** Says all that the other says, and more, and came to the same. Asked of millions of pairs: what is cheap comes first. */
function isFuller(fuller: Judged, { signature, said, selectors }: Judged): boolean {
  const { headerFrom, dkim, dkimAligned, spfAligned } = signature;
  const full = fuller.signature;
  if (full.dkim.length < dkim.length || full.spf.length < said.length) return false;
  if (full.dkim.length === dkim.length && full.spf.length === said.length && fuller.selectors <= selectors)
    return false;
  if (full.dkimAligned !== dkimAligned || full.spfAligned !== spfAligned) return false;
  return (
    full.headerFrom === headerFrom &&
    said.every((one) => full.spf.some(({ domain, result }) => domain === one.domain && result === one.result)) &&
    dkim.every((one) => full.dkim.some((other) => isSaidBy(other, one)))
  );
}

const isSaidBy = (fuller: DkimResult, { domain, selector = '', result }: DkimResult): boolean =>
  fuller.domain === domain && fuller.result === result && (selector === '' || fuller.selector === selector);

/** What most fuller rows were judged to be, where hardly any is another's; whether ours passes is the row's own affair. */
function ofOneMind(fuller: readonly Judged[]): Attribution | undefined {
  if (fuller.length === 0) return undefined;
  const all = fuller.reduce((sum, { messages }) => sum + messages, 0);
  const [first, ...others] = fuller.toSorted(byMessages);
  if (first === undefined) return undefined;
  const whose = whoseIs(first.attribution.class);
  const alike = others.reduce(
    (sum, { attribution, messages }) => (whoseIs(attribution.class) === whose ? sum + messages : sum),
    first.messages,
  );
  return alike >= all * OF_ONE_MIND ? first.attribution : undefined;
}

const byMessages = (a: Judged, b: Judged): number =>
  b.messages - a.messages || (a.attribution.stream.id < b.attribution.stream.id ? -1 : 1);

function asFuller(own: Attribution, like: Attribution): Attribution {
  const { provider } = like.stream;
  if (whoseIs(own.class) === whoseIs(like.class) && (own.stream.id === like.stream.id || namesMore(own, like)))
    return own;
  const named = { kind: 'learned', what: 'fuller reports of the same mail', weight: LIKE_THE_FULLER } as const;
  const { because: _, ...rest } = own;
  const streamClass = whoseIs(like.class) !== 'ours' ? like.class : own.pass ? 'aligned' : 'fixable';
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
