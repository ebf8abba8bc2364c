import { bitsOf } from '../protocols/ip.ts';
import type { IpRange } from '../protocols/network.ts';
import { SPF_LIMITS } from './limits.ts';
import { matchOf, painted } from './authorisation.ts';
import { everyTerm } from './tree-walk.ts';
import type { RecordNode, TermNode } from './tree.ts';

/** What an include comes to today: addresses, and includes below it whose addresses nobody can list. */
export interface Reduced {
  readonly ranges: readonly IpRange[];
  /** What has to stay an include. */
  readonly kept: readonly KeptInclude[];
}
export interface KeptInclude {
  /** The domain to include. */
  readonly domain: string;
  /** Why it stays, as a phrase. */
  readonly why: string;
  /** It leads to no SPF record, so receivers answer permerror when they come to it. */
  readonly leadsNowhere?: true;
}

/**
 * The addresses an include lets pass, exactly, as far as DNS alone tells: where what is below depends on the message, could
 * not be read, or is broken, the smallest include that holds it stays. Domains in `keep` stay as they are.
 * `domain` is the include's target; a redirect below an include is like an include of its target (RFC 7208 §5.2, §6.1).
 */
export function reducedInclude(node: TermNode, keep: ReadonlySet<string>): Reduced {
  const { child, target } = node;
  const domain = target?.state === 'constant' ? target.name : '';
  const stays = (why: string): Reduced => ({ ranges: [], kept: [{ domain, why }] });
  if (target?.state === 'indeterminate') return stays('its name depends on the message');
  if (child === undefined) return stays('its name cannot be asked for');
  if (keep.has(domain)) return stays('it is to stay');
  const state = stateOf(child);
  if (child.state === 'none')
    return { ranges: [], kept: [{ domain, why: 'it leads to no SPF record', leadsNowhere: true }] };
  if (state !== undefined) return stays(state);
  const whole = hasKept(child, keep) ? undefined : passingRangesOf(child);
  if (whole === 'everybody') return stays('it lets everybody pass');
  return whole === undefined ? reducedByTerm(child, domain, keep) : { ranges: whole, kept: [] };
}

/** Why the record itself cannot be replaced. */
function stateOf(node: RecordNode): string | undefined {
  switch (node.state) {
    case 'record':
      return node.fatal ? 'its record has a syntax error' : undefined;
    case 'none':
      return 'it leads to no SPF record';
    case 'several':
      return `it has ${node.texts.length} SPF records`;
    case 'failed':
      return `it could not be read: ${node.reason}`;
    case 'loop':
      return 'it leads back to where it came from';
    default:
      return 'the SPF tree is too large to be read in full';
  }
}

/** Why receivers answer permerror when they come to the include, as a phrase; undefined where they do not, or nobody knows. */
export const permerrorOf = ({ child }: TermNode): string | undefined =>
  child === undefined || child.state === 'failed' || child.state === 'cut' ? undefined : stateOf(child);

const hasKept = (node: RecordNode, keep: ReadonlySet<string>): boolean =>
  keep.size > 0 && [...everyTerm(node)].some(({ node: { child } }) => child !== undefined && keep.has(child.domain));

/** All addresses a record lets pass; undefined where that is not certain for every address. Half the world is everybody. */
function passingRangesOf(node: RecordNode): readonly IpRange[] | 'everybody' | undefined {
  if ([...everyTerm(node)].some(({ node: term }) => isBroken(term))) return undefined;
  const ranges: IpRange[] = [];
  for (const family of [4, 6] as const) {
    const { segments, rest } = painted(node, family);
    if ([...segments, rest].some(({ pass, other, open }) => pass && (other || open))) return undefined;
    const end = (1n << BigInt(bitsOf(family))) - 1n;
    const passing = segments
      .filter(({ pass, first }) => pass && first <= end)
      .map(({ first, last }) => ({ family, first, last: last < end ? last : end }));
    const total = passing.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
    if (rest.pass || total > end / 2n) return 'everybody';
    ranges.push(...passing);
  }
  return ranges;
}

/** Where receivers answer permerror instead of going on: what the rest means, is nothing to write down. */
function isBroken({ term, reachable, child, hosts = [] }: TermNode): boolean {
  if (!reachable) return false;
  if (term.kind === 'mx' && hosts.length > SPF_LIMITS.mxHosts) return true;
  if (term.kind !== 'include' && term.kind !== 'redirect') return false;
  return child !== undefined && stateOf(child) !== undefined;
}

/** Where all terms let pass, an include is the same as its terms in a row, so the certain ones can be taken by themselves. */
function reducedByTerm(record: RecordNode, domain: string, keep: ReadonlySet<string>): Reduced {
  const whole = (why: string): Reduced => ({ ranges: [], kept: [{ domain, why }] });
  const ranges: IpRange[] = [];
  const kept: KeptInclude[] = [];
  for (const node of record.terms) {
    const { term, reachable } = node;
    if (!reachable || term.kind === 'exp' || term.kind === 'unknown-modifier') continue;
    const passes = !('qualifier' in term) || term.qualifier === '+';
    if (term.kind === 'all') {
      if (passes) return whole('it lets everybody pass');
      continue;
    }
    if (!passes) return whole(`it holds \`${term.text}\` beside what cannot be known without the message`);
    if (term.kind === 'include' || term.kind === 'redirect') {
      if (node.target?.state !== 'constant') return whole(`\`${term.text}\` in it depends on the message`);
      const below = reducedInclude(node, keep);
      ranges.push(...below.ranges);
      kept.push(...below.kept);
      continue;
    }
    const matches = [matchOf(node, 4), matchOf(node, 6)];
    if (isBroken(node)) return whole(`\`${term.text}\` in it stands for too many hosts`);
    if (matches.some(({ maybe, every }) => maybe || every)) return whole(openReason(node));
    ranges.push(...matches.flatMap((match) => match.ranges));
  }
  return { ranges, kept };
}

function openReason({ term, target, hosts, exists }: TermNode): string {
  if (term.kind === 'ptr' || target?.state === 'indeterminate') return `\`${term.text}\` in it depends on the message`;
  if (exists?.state === 'found') return `\`${term.text}\` in it lets everybody pass`;
  const failed = hosts?.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6]).find(({ state }) => state === 'unknown');
  return failed?.state === 'unknown'
    ? `\`${term.text}\` in it could not be looked up: ${failed.reason}`
    : `\`${term.text}\` in it could not be looked up`;
}
