import type { PathStep } from './path.ts';
import type { RecordNode, SpfTree, TermNode } from './tree.ts';

/** A record, with the terms that lead to it from the root. */
export interface NodeVisit {
  readonly node: RecordNode;
  /** Empty at the root. */
  readonly path: readonly PathStep[];
}
/** A term, with the record it stands in and the path to it, itself included. */
export interface TermVisit {
  readonly node: TermNode;
  readonly record: RecordNode;
  readonly path: readonly PathStep[];
}

/** Every record of the tree, a record before those below it, in the order of the terms. */
export function* everyNode(tree: SpfTree | RecordNode): Generator<NodeVisit> {
  yield* below('root' in tree ? tree.root : tree, []);
}

function* below(node: RecordNode, path: readonly PathStep[]): Generator<NodeVisit> {
  yield { node, path };
  for (const term of node.terms) {
    if (term.child !== undefined) yield* below(term.child, [...path, stepTo(node, term)]);
  }
}

/** Every term of every record. */
export function* everyTerm(tree: SpfTree | RecordNode): Generator<TermVisit> {
  for (const { node: record, path } of everyNode(tree)) {
    for (const node of record.terms) yield { node, record, path: [...path, stepTo(record, node)] };
  }
}

const stepTo = ({ domain }: RecordNode, { term, span }: TermNode): PathStep => ({ domain, term, span });
