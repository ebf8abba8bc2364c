import { rangeContains, type IpRange } from '../protocols/network.ts';
import { isMechanismTerm } from '../protocols/spf.ts';
import { matchOf, type Authorisation } from './authorisation.ts';
import type { PathStep } from './path.ts';
import type { RecordNode, SpfTree, TermNode } from './tree.ts';

/** A range that some term names, whether or not a term in front of it takes the addresses first. */
export interface NamedRange extends IpRange, Authorisation {
  /** The record the term stands in. */
  readonly record: RecordNode;
  /** Whether the term and every include above it have the qualifier `+`: only then a match is a pass. */
  readonly passes: boolean;
}

/** Every range that ip4, ip6, a and mx name in the whole tree, in the order of evaluation. */
export function namedRanges(tree: SpfTree): NamedRange[] {
  return [...below(tree.root, { path: [], branch: undefined, passes: true })];
}

interface Way {
  readonly path: readonly PathStep[];
  readonly branch: TermNode | undefined;
  readonly passes: boolean;
}

function* below(record: RecordNode, way: Way): Generator<NamedRange> {
  for (const node of record.terms) {
    const { term } = node;
    if (!node.reachable || term.kind === 'all') continue;
    const branch = way.branch ?? node;
    const path = [...way.path, { domain: record.domain, term, span: node.span }];
    const passes = way.passes && (!isMechanismTerm(term) || term.qualifier === '+');
    if (node.child !== undefined) yield* below(node.child, { path, branch, passes });
    for (const range of [...matchOf(node, 4).ranges, ...matchOf(node, 6).ranges]) {
      yield { ...range, branch, term: node, path, record, passes };
    }
  }
}

/** Two terms that name the same addresses. */
export interface Overlap {
  readonly inner: NamedRange;
  readonly outer: NamedRange;
  /** `same`: one of them can go; `inside`: the inner one can. */
  readonly kind: 'same' | 'inside';
}

/**
 * Ranges that pass and lie inside another that passes, each with the smallest that holds it; of two equal ones the
 * later in evaluation is the inner. Networks never overlap in part. In time of n log n: an attacker's tree may name
 * thousands.
 */
export function overlaps(ranges: readonly NamedRange[]): Overlap[] {
  const found: Overlap[] = [];
  const holding: NamedRange[] = [];
  const passing = ranges.filter(({ passes }) => passes);
  // The sort is stable: equal ranges stay in the order of evaluation.
  for (const range of passing.toSorted(wideFirst)) {
    while (holding.length > 0 && !rangeContains(holding.at(-1)!, range)) holding.pop();
    const outer = holding.at(-1);
    if (outer !== undefined) {
      const same = outer.first === range.first && outer.last === range.last;
      found.push({ inner: range, outer, kind: same ? 'same' : 'inside' });
    }
    holding.push(range);
  }
  return found;
}

function wideFirst(a: IpRange, b: IpRange): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  if (a.last !== b.last) return a.last > b.last ? -1 : 1;
  return 0;
}
