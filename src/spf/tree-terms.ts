import type { Place } from '../core/facts.ts';
import { expandMacros, isMechanismTerm, macroLetters } from '../protocols/spf.ts';
import type { DomainSpec, ParsedSpf, SpfTerm } from '../protocols/spf.ts';
import { recordSpan } from './path.ts';
import { targetName } from './target-name.ts';
import type { DraftNode, DraftTerm } from './tree-draft.ts';
import type { Target } from './tree.ts';

/** The terms that ask the DNS (RFC 7208 §4.6.4). */
const COSTS: ReadonlySet<SpfTerm['kind']> = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect']);

/** The terms of a record with what can be said of each alone: whether receivers come to it, its cost, its target. */
export function draftTerms(
  { domain }: Pick<DraftNode, 'domain'>,
  { value: { text, terms } }: ParsedSpf,
  place: Place | undefined,
  root: string,
): DraftTerm[] {
  const all = terms.findIndex(({ kind }) => kind === 'all');
  return terms.map((term, index) => {
    const reachable = isReachable(terms, index, all);
    const spec = specOf(term);
    const costs = reachable && COSTS.has(term.kind);
    const named = spec !== undefined && macroLetters(spec).includes('p') ? 1 : 0;
    return {
      term,
      index,
      span: recordSpan(domain, text, term, place),
      reachable,
      cost: costs ? 1 + named : 0,
      target: targetOf(term, spec, domain, root),
      voids: [],
    };
  });
}

/** `all` ends a record (§5.1) and switches `redirect` off (§6.1); of two modifiers the first is meant. */
function isReachable(terms: readonly SpfTerm[], index: number, all: number): boolean {
  const { kind } = terms[index]!;
  if (kind === 'redirect' && all >= 0) return false;
  if (kind === 'redirect' || kind === 'exp') return terms.findIndex((other) => other.kind === kind) === index;
  return all < 0 || index <= all || !isMechanismTerm(terms[index]!);
}

const specOf = (term: SpfTerm): DomainSpec | undefined => ('domain' in term ? term.domain : undefined);

function targetOf(term: SpfTerm, spec: DomainSpec | undefined, domain: string, root: string): Target | undefined {
  if (spec === undefined) return COSTS.has(term.kind) ? { state: 'constant', name: domain } : undefined;
  const expanded = expandMacros(spec, (letter) => (letter === 'd' ? domain : letter === 'o' ? root : undefined));
  if (expanded === undefined) {
    const letters = macroLetters(spec).filter((letter) => letter !== 'd' && letter !== 'o');
    return { state: 'indeterminate', letters };
  }
  const name = targetName(expanded);
  return name === undefined ? { state: 'unaskable', name: expanded } : { state: 'constant', name };
}
