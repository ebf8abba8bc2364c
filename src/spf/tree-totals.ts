import { macroLetters } from '../protocols/spf.ts';
import { atLeast, exactly, NONE, sum, total, type Count } from './count.ts';
import { SPF_LIMITS } from './limits.ts';
import type { DraftNode, DraftTerm, GatheredTree } from './tree-draft.ts';
import type { RecordNode, SpfTree, TermNode, VoidLookup } from './tree.ts';
import { everyTerm } from './tree-walk.ts';

/** Adds up what has been gathered. */
export function totalled({ root, unknowns, cut, records }: GatheredTree): SpfTree {
  const node = recordNode(root, NONE);
  const terms = Array.from(everyTerm(node), (visit) => visit.node);
  return {
    domain: root.domain,
    root: node,
    lookups: node.lookups,
    voids: { ipv4: total(terms.map((term) => voidsOf(term, 4))), ipv6: total(terms.map((term) => voidsOf(term, 6))) },
    unknowns,
    cut,
    records,
  };
}

/** `spent`: what evaluation has cost when it comes to this record. */
function recordNode(draft: DraftNode, spent: Count): RecordNode {
  const { state, domain, depth, via, published, octets } = draft;
  const done = new Map<number, TermNode>();
  let running = spent;
  for (const term of inEvaluationOrder(draft.terms)) {
    const node = termNode(term, running);
    running = node.running;
    done.set(term.index, node);
  }
  const terms = draft.terms.map(({ index }) => done.get(index)!);
  const unseen = state.state === 'failed' || state.state === 'loop' || state.state === 'cut';
  const lookups = unseen ? atLeast(0) : total(terms.map(({ branch }) => branch));
  return { ...state, domain, depth, via, published, octets, terms, lookups };
}

/** `redirect` comes last, wherever it stands (RFC 7208 §6.1). */
const inEvaluationOrder = (terms: readonly DraftTerm[]): DraftTerm[] => [
  ...terms.filter(({ term }) => term.kind !== 'redirect'),
  ...terms.filter(({ term }) => term.kind === 'redirect'),
];

function termNode(draft: DraftTerm, spent: Count): TermNode {
  const { term, index, span, reachable, cost, target, hosts, exists, explanation } = draft;
  const child = draft.child === undefined ? undefined : recordNode(draft.child, sum(spent, exactly(cost)));
  const below = child?.lookups ?? (leadsNobodyKnowsWhere(draft) ? atLeast(0) : NONE);
  const branch = sum(exactly(cost), below);
  return {
    term,
    index,
    span,
    reachable,
    cost,
    branch,
    running: sum(spent, branch),
    voids: [...draft.voids, ...childVoids(child)],
    ...(target && { target }),
    ...(child && { child }),
    ...(hosts && { hosts }),
    ...(exists && { exists }),
    ...(explanation && { explanation }),
  };
}

const leadsNobodyKnowsWhere = ({ term, reachable, target }: Pick<TermNode, 'term' | 'reachable' | 'target'>): boolean =>
  reachable && (term.kind === 'include' || term.kind === 'redirect') && target?.state === 'indeterminate';

/** The TXT question of an include or redirect that found nothing. */
function childVoids(child: RecordNode | undefined): VoidLookup[] {
  if (child?.state !== 'none' || child.why === 'no-spf') return [];
  return [{ name: child.domain, type: 'TXT', status: child.why, clients: [4, 6], ofMxHost: false }];
}

/** What a term's own questions count for a client of that family. */
function voidsOf(term: TermNode, family: 4 | 6): Count {
  if (!term.reachable || term.cost === 0) return NONE;
  const counted = term.voids.filter(({ clients }) => clients.includes(family));
  const own = counted.filter(({ ofMxHost }) => !ofMxHost).length;
  const open = openVoids(term, family);
  return { min: own, max: open === undefined ? undefined : counted.length + open };
}

/** How many more may turn out to be void: with another message, or had the question been answered. */
function openVoids({ term, target, child, hosts, exists }: TermNode, family: 4 | 6): number | undefined {
  const { kind } = term;
  const names = 'domain' in term && term.domain !== undefined && macroLetters(term.domain).includes('p') ? 1 : 0;
  if (kind === 'ptr') return names + 1;
  if (kind === 'include' || kind === 'redirect') {
    const unseen = child?.state === 'failed' || child?.state === 'loop' || child?.state === 'cut';
    return unseen || target?.state === 'indeterminate' ? undefined : names;
  }
  if (target?.state === 'unaskable') return names;
  if (kind === 'exists') return names + (exists === undefined || isOpen(exists.state) ? 1 : 0);
  // An MX question that failed could have led to ten hosts without address.
  if (hosts === undefined) return names + (kind === 'mx' ? SPF_LIMITS.mxHosts : 1);
  const asked = hosts.slice(0, SPF_LIMITS.mxHosts);
  return names + asked.filter((host) => isOpen((family === 4 ? host.ipv4 : host.ipv6).state)).length;
}

const isOpen = (state: string): boolean => state === 'unknown' || state === 'unasked';
