import { deadName } from '../../spf/dead-names.ts';
import type { SpfTree, TermNode, VoidLookup } from '../../spf/tree.ts';
import { visitedTerms } from './branches.ts';
export { deadName, isDeadHost } from '../../spf/dead-names.ts';
import { hasImpossibleDomain, reachableTerms, type ReadRecord } from './records.ts';

/** The record's terms that look for what is not there. */
export const deadTerms = (record: ReadRecord): TermNode[] =>
  reachableTerms(record).filter((node) => deadName(node) !== undefined && !hasImpossibleDomain(record, node));

/**
 * Lookups that find nothing for a client of that family, as often as receivers make them, but for those of `spare`
 * terms. An include or redirect without a record is a permerror of its own and not counted here.
 */
export const voidLookups = ({ root }: SpfTree, family: 4 | 6, spare: readonly TermNode[] = []): VoidLookup[] =>
  visitedTerms(root)
    .filter((node) => node.term.kind !== 'include' && node.term.kind !== 'redirect')
    .filter((node) => !spare.some((other) => isSameTerm(other, node)))
    .flatMap(({ voids }) => voids.filter(({ clients }) => clients.includes(family)));

/** A record that is included twice has each of its terms twice in the tree. */
const isSameTerm = (a: TermNode, b: TermNode): boolean => a.index === b.index && a.span.source === b.span.source;

/** Without those of MX hosts, which only some receivers count. */
export const certainVoids = (voids: readonly VoidLookup[]): VoidLookup[] => voids.filter(({ ofMxHost }) => !ofMxHost);
