import { everyTerm } from '../../spf/tree-walk.ts';
import type { RecordNode, SpfTree, TermNode } from '../../spf/tree.ts';
import { isRead, type ReadRecord } from './records.ts';

/** The record whose terms make up the domain's SPF: its own, or, where that is nothing but a redirect, the target. */
export function decisiveRecord(root: RecordNode): ReadRecord | undefined {
  if (!isRead(root)) return undefined;
  const costly = root.terms.filter(({ cost }) => cost > 0);
  const [only] = costly;
  if (costly.length !== 1 || only?.term.kind !== 'redirect' || only.child === undefined) return root;
  return decisiveRecord(only.child) ?? root;
}

/** `include:a.example (4), mx (1)`: the terms that ask the DNS most. */
export const costliest = (terms: readonly TermNode[], most: number): string =>
  terms
    .filter(({ branch }) => branch.min > 0)
    .toSorted((a, b) => b.branch.min - a.branch.min)
    .slice(0, most)
    .map(({ term, branch }) => `\`${term.text}\` (${branch.min})`)
    .join(', ');

/** Every term receivers come to in a record and below it, as often as they come to it. */
export const visitedTerms = (record: RecordNode): TermNode[] =>
  Array.from(everyTerm(record), ({ node }) => node).filter(({ reachable }) => reachable);

/** Whether an include leads back to where it came from: no count means anything then. */
export const hasLoop = ({ root }: SpfTree): boolean => visitedTerms(root).some(({ child }) => child?.state === 'loop');
