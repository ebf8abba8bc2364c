import type { Span } from '../../core/facts.ts';
import type { SpfCode, SpfProblem, Stretch } from '../../protocols/spf.ts';
import { recordSpan } from '../../spf/path.ts';
import { isOwn, isRead, type ReadRecord } from '../../spf/own-records.ts';
import { everyNode } from '../../spf/tree-walk.ts';
import type { RecordNode, SpfTree, TermNode } from '../../spf/tree.ts';
import { seams } from './seams.ts';

export { isOwn, isRead, isRelated, ownerOf, type ReadRecord } from '../../spf/own-records.ts';

/** A term and the record it stands in. */
export interface PlacedTerm {
  readonly record: ReadRecord;
  readonly node: TermNode;
}

/** Every record of the tree, the root first; one that is included several times is there once. */
export function readRecords(tree: SpfTree): ReadRecord[] {
  const seen = new Map<string, ReadRecord>();
  for (const { node } of everyNode(tree)) if (isRead(node) && !seen.has(node.domain)) seen.set(node.domain, node);
  return [...seen.values()];
}

/** Records the owner of the audited domain can change: its own, and those below or above it. */
export const ownRecords = (tree: SpfTree): ReadRecord[] => readRecords(tree).filter((record) => isOwn(tree, record));

/** The record's terms that receivers come to. */
export const reachableTerms = ({ terms }: ReadRecord): TermNode[] => terms.filter(({ reachable }) => reachable);

/** The terms of the whole tree that receivers come to, those of each record once. */
export const allReachableTerms = (tree: SpfTree): PlacedTerm[] =>
  readRecords(tree).flatMap((record) => reachableTerms(record).map((node) => ({ record, node })));

/** A record's problems of these kinds, but for those where two strings run together: they have a check of their own. */
export function problemsOf({ parsed, text }: ReadRecord, codes: readonly SpfCode[]): SpfProblem[] {
  const joints = seams(text);
  const runTogether = (part: Stretch): boolean => joints.some((joint) => part.start <= joint && joint <= part.end);
  return parsed.problems.filter((problem) => codes.includes(problem.code) && !runTogether(termOf(problem, parsed)));
}

const termOf = (problem: SpfProblem, { value }: ReadRecord['parsed']): Stretch =>
  (problem.term === undefined ? undefined : value.terms[problem.term]) ?? problem;

/** Whether the domain of a term is no name anybody could have: another check says so. */
export const hasImpossibleDomain = ({ parsed }: ReadRecord, { index }: TermNode): boolean =>
  parsed.problems.some(
    ({ code, term }) => term === index && (code === 'unaskable-domain' || code === 'suspicious-domain'),
  );

/** A stretch of the record, or all of it, as something to point at. */
export function spanIn({ domain, text }: Pick<ReadRecord, 'domain' | 'text'>, part?: Stretch): Span {
  return recordSpan(domain, text.text, part ?? { start: 0, end: text.text.length }, text.place);
}

interface Reservation {
  inconclusive(reason: string): void;
}

/** Says which records could not be read, so that nobody takes their content for known. */
export function admitUnreadRecords(tree: SpfTree, findings: Reservation): void {
  for (const node of visitedNodes(tree.root)) if (node.state === 'failed') findings.inconclusive(node.reason);
  if (tree.cut.length > 0) findings.inconclusive(`the SPF tree of ${tree.domain} is too large to be read in full`);
}

/** The records that receivers come to: at a syntax error they stop before the first term (RFC 7208 §4.6). */
function* visitedNodes(node: RecordNode): Generator<RecordNode> {
  yield node;
  if (isRead(node) && node.fatal) return;
  for (const { child, reachable } of node.terms) if (child !== undefined && reachable) yield* visitedNodes(child);
}

/** Says which questions of any kind nobody answered. */
export function admitUnanswered(tree: SpfTree, findings: Reservation): void {
  const isRefused = isRead(tree.root) && tree.root.fatal;
  for (const { reason } of isRefused ? [] : tree.unknowns) findings.inconclusive(reason);
  admitUnreadRecords(tree, findings);
}
