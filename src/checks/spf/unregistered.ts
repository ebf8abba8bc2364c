import type { Settled } from '../../core/facts.ts';
import type { SpfTargets } from '../../sources/spf-targets.ts';
import type { PathStep } from '../../spf/path.ts';
import { targetNames } from '../../spf/target-names.ts';
import { everyTerm } from '../../spf/tree-walk.ts';
import type { SpfTree, TermNode } from '../../spf/tree.ts';
import { isRead, type ReadRecord } from './records.ts';

/** A term that lets pass whoever registers a domain. */
export interface UnregisteredTerm {
  readonly record: ReadRecord;
  readonly node: TermNode;
  /** What can be registered. */
  readonly domain: string;
  /** From the domain's own record down to the term. */
  readonly path: readonly PathStep[];
}

/** Terms, each once, whose match is a pass and whose name has no registered domain above it. */
export function unregisteredTerms(spf: SpfTree, targets: Settled<SpfTargets>): UnregisteredTerm[] {
  if (targets.state !== 'found') return [];
  const lapsed = new Map(
    targets.value.dangling.flatMap(({ name, lapsed: domain }) =>
      domain.state === 'found' ? [[name, domain.value] as const] : [],
    ),
  );
  const found = new Map<string, UnregisteredTerm>();
  for (const { node, record, path } of everyTerm(spf)) {
    const target = targetNames(node).find(({ name }) => lapsed.has(name));
    const key = termKey(record.domain, node);
    if (target === undefined || !isRead(record) || found.has(key)) continue;
    // The domain's own MX hosts are looked at with its MX records.
    const ownMx = node.term.kind === 'mx' && node.target?.state === 'constant' && node.target.name === spf.domain;
    if (ownMx) continue;
    if (!path.every(({ term }) => !('qualifier' in term) || term.qualifier === '+')) continue;
    found.set(key, { record, node, domain: lapsed.get(target.name) ?? target.name, path });
  }
  return [...found.values()];
}

/** A record that is included twice has each of its terms twice in the tree. */
export const termKey = (domain: string, { index }: TermNode): string => `${domain} ${index}`;

/** What `spf/target-registration` says already. */
export const keysOf = (terms: readonly UnregisteredTerm[]): ReadonlySet<string> =>
  new Set(terms.map(({ record, node }) => termKey(record.domain, node)));
