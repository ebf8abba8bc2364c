import { coveredSteps, mergedSteps } from './optimise-networks.ts';
import { deadSteps, duplicateSteps, staticSteps, unreachableSteps } from './optimise-terms.ts';
import { gravestFirst, type OptimiseStep, type Say } from './optimise-step.ts';
import { entriesOf, isSuspicious, textOf, type Entry } from './optimise-entries.ts';
import type { PlannedRecord } from './layout.ts';
import { canChange, isOwn, isRead, ownerOf, type ReadRecord } from './own-records.ts';
import { everyNode } from './tree-walk.ts';
import type { SpfTree, TermNode } from './tree.ts';

export interface OptimiseOptions {
  /** Names whose domain is not registered, or no longer: whoever registers it may send. */
  readonly unregistered?: ReadonlySet<string>;
  /** Whether `a` and `mx` are replaced by the addresses they have today. */
  readonly static?: boolean;
}

export interface Optimisation {
  /** Records of the owner with another text than today. */
  readonly records: readonly (PlannedRecord & { readonly old: string })[];
  readonly steps: readonly OptimiseStep[];
  /** What is wrong and needs a person, or somebody else, to decide. */
  readonly left: readonly { readonly term: string; readonly domain: string; readonly why: string }[];
}

/**
 * The smallest records of the owner's that give every message the result it gets today (but for permerror, which some of
 * the steps mend). Nothing is moved, and nothing rests on what others publish: a network that an include brings along
 * today stays.
 */
export function optimised(tree: SpfTree, options: OptimiseOptions = {}): Optimisation {
  const records: (PlannedRecord & { readonly old: string })[] = [];
  const steps: OptimiseStep[] = [];
  const left: { term: string; domain: string; why: string }[] = [];
  for (const record of recordsToChange(tree)) {
    left.push(...needsPerson(record));
    if (record.fatal) continue;
    const said: OptimiseStep[] = [];
    const say: Say = (step) => void said.push({ domain: record.domain, ...step });
    let entries: readonly Entry[] = entriesOf(record);
    entries = deadSteps(entries, say, options.unregistered ?? new Set());
    entries = unreachableSteps(entries, say);
    entries = duplicateSteps(entries, say);
    if (options.static === true) entries = staticSteps(entries, say);
    entries = mergedSteps(coveredSteps(entries, say), say);
    const old = record.text.text;
    if (said.length === 0) continue;
    records.push({ name: ownerOf(record), text: textOf(record, entries), old });
    steps.push(...said);
  }
  return { records, steps: gravestFirst(steps), left };
}

/** Every record of the tree that the owner of the domain can replace, each once. */
function recordsToChange(tree: SpfTree): ReadRecord[] {
  const found = new Map<string, ReadRecord>();
  for (const { node } of everyNode(tree))
    if (isRead(node) && isOwn(tree, node) && canChange(tree, node) && !found.has(ownerOf(node)))
      found.set(ownerOf(node), node);
  return [...found.values()];
}

function needsPerson(record: ReadRecord): { term: string; domain: string; why: string }[] {
  const { domain } = record;
  if (record.fatal)
    return record.parsed.problems
      .filter(({ fatal }) => fatal)
      .map(({ message, term = -1 }) => ({ term: record.terms[term]?.term.text ?? '', domain, why: message }));
  return record.terms.flatMap((node) => {
    const why = node.reachable ? troubleOf(record, node) : undefined;
    return why === undefined ? [] : [{ term: node.term.text, domain, why }];
  });
}

function troubleOf(record: ReadRecord, node: TermNode): string | undefined {
  const { term, child } = node;
  if (isSuspicious(record.parsed, node.index)) return 'its name is none that anybody could have meant';
  if (child === undefined) return undefined;
  if (term.kind === 'redirect' && child.state === 'none')
    return 'it leads to no SPF record, so SPF ends in permerror: say what shall become of everybody else, with `~all`';
  if (child.state === 'several') return `the other domain has ${child.texts.length} SPF records, and one is allowed`;
  if (child.state === 'failed') return `it could not be read: ${child.reason}`;
  return isRead(child) && child.fatal && !canChange({ domain: record.domain }, child)
    ? 'the other record has a syntax error, so SPF ends in permerror: ask its owner to mend it'
    : undefined;
}
