import type { RecordNode } from '../../spf/tree.ts';
import { policyOf } from './policy.ts';
import { isRead, type PlacedTerm } from './records.ts';

/** Terms of the domain's own record, redirects followed, that make a sender pass. */
export function passingTerms(root: RecordNode): PlacedTerm[] {
  if (!isRead(root)) return [];
  return root.terms.flatMap((node) => {
    if (node.term.kind === 'redirect' && node.child !== undefined) return passingTerms(node.child);
    const passes = node.reachable && 'qualifier' in node.term && node.term.qualifier === '+';
    return passes ? [{ record: root, node }] : [];
  });
}

/** The term, at any depth, that makes check_host() answer pass for every sender; undefined where there is none. */
export function passForAll(node: RecordNode): string | undefined {
  const policy = policyOf(node);
  if (policy.state === 'all' && policy.sign === '+') return policy.node.term.text;
  for (const { node: inner } of passingTerms(node)) {
    if (inner.term.kind === 'exists' && inner.exists?.state === 'found') return inner.term.text;
    const deeper = inner.term.kind === 'include' && inner.child !== undefined ? passForAll(inner.child) : undefined;
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
