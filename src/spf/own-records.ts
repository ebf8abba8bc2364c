import { isSubdomainOf } from '../protocols/domain.ts';
import type { RecordNode, SpfTree } from './tree.ts';

/** A domain with exactly one SPF record. */
export type ReadRecord = Extract<RecordNode, { state: 'record' }>;

export const isRead = (node: RecordNode): node is ReadRecord => node.state === 'record';

/** Where the record stands in truth: at the end of the CNAME chain. */
export const ownerOf = ({ domain, via }: Pick<RecordNode, 'domain' | 'via'>): string => via.at(-1) ?? domain;

/** Whether one name lies below the other, so that both may well be in one hand. */
export const isRelated = (name: string, other: string): boolean =>
  isSubdomainOf(name, other) || isSubdomainOf(other, name);

/** Whether the owner of the domain can change the record: its own, and those below or above it. */
export const isOwn = (tree: Pick<SpfTree, 'domain'>, record: RecordNode): boolean =>
  record.depth === 0 || isRelated(ownerOf(record), tree.domain);

/** Whether a record can be put there: a CNAME may lead to a name in somebody else's hand. */
export const canChange = (tree: Pick<SpfTree, 'domain'>, record: RecordNode): boolean =>
  isRelated(ownerOf(record), tree.domain);

/**
 * The record whose terms make up a domain's SPF: its own, or, where that is nothing but a redirect to another of the
 * owner's records, that one. Undefined where there is no single record.
 */
export function recordToChange(tree: SpfTree, from: RecordNode = tree.root): ReadRecord | undefined {
  if (!isRead(from)) return undefined;
  const [only, ...more] = from.terms;
  const target = more.length === 0 && only?.term.kind === 'redirect' ? only.child : undefined;
  if (target === undefined || !canChange(tree, target)) return from;
  return recordToChange(tree, target) ?? from;
}
