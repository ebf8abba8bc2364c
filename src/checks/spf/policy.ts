import type { RecordNode, TermNode } from '../../spf/tree.ts';
import { isRead, type ReadRecord } from './records.ts';

/** What decides about a sender that no mechanism matches (RFC 7208 §4.7, §6.1). */
export type Policy =
  | {
      readonly state: 'all';
      readonly record: ReadRecord;
      readonly node: TermNode;
      readonly sign: '+' | '-' | '~' | '?';
    }
  /** Neither `all` nor `redirect`: neutral. */
  | { readonly state: 'implicit'; readonly record: ReadRecord }
  /** It depends on the message, or the redirect is broken. */
  | { readonly state: 'unclear' }
  /** It could not be found out. */
  | { readonly state: 'unknown'; readonly reason: string };

/** Follows redirects to the `all` that counts. */
export function policyOf(node: RecordNode): Policy {
  if (node.state === 'failed') return { state: 'unknown', reason: node.reason };
  if (!isRead(node)) return { state: 'unclear' };
  const all = node.terms.find(({ term }) => term.kind === 'all');
  if (all?.term.kind === 'all') return { state: 'all', record: node, node: all, sign: all.term.qualifier };
  const redirect = node.terms.find(({ term }) => term.kind === 'redirect');
  if (redirect !== undefined) return redirect.child === undefined ? { state: 'unclear' } : policyOf(redirect.child);
  // A broken term may have been meant as one of them.
  if (node.terms.some(({ term }) => term.kind === 'invalid' && /all|redirect/.test(term.text)))
    return { state: 'unclear' };
  return { state: 'implicit', record: node };
}
