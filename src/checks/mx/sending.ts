import type { Settled } from '../../core/facts.ts';
import type { Mx } from '../../sources/mx.ts';
import type { RecordNode, SpfTree } from '../../spf/tree.ts';

/**
 * Whether mail is sent in the name of the domain, as far as its own records tell: SPF lets somebody pass, or, without
 * SPF, there is an MX.
 */
export const sendsMail = (spf: Settled<SpfTree>, mx: Settled<Mx>): boolean =>
  spf.state === 'found' ? authorisesSenders(spf.value.root) : mx.state === 'found' && mx.value.hosts.length > 0;

/** Whether SPF lets anybody pass, or is meant to: an include that is broken was put there for somebody. */
export function authorisesSenders(node: RecordNode): boolean {
  if (node.state !== 'record') return true;
  return node.terms.some(({ term, reachable, child }) => {
    if (!reachable) return false;
    if (term.kind === 'redirect') return child === undefined || authorisesSenders(child);
    if (!('qualifier' in term) || term.qualifier !== '+') return false;
    return term.kind !== 'include' || child === undefined || authorisesSenders(child);
  });
}
