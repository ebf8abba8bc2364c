import { networkRange, printNetwork, rangeContains, rangeNetworks, type IpRange } from '../protocols/network.ts';
import { merged, networkTerm, sign } from './address-terms.ts';
import { literalRuns, sameQualifierRuns, type Entry } from './optimise-entries.ts';
import type { Say } from './optimise-step.ts';
import { firstNotBefore } from './segments.ts';

/** An entry that is a network. */
type Literal = Entry & { readonly range: IpRange };
const isLiteral = (entry: Entry): entry is Literal => entry.range !== undefined;

/** Without networks that lie inside others of the same record, where those decide the same or come first. */
export const coveredSteps = (entries: readonly Entry[], say: Say): Entry[] =>
  withoutInside(withoutTaken(entries, say), say);

/** An address goes to the first term that has it (RFC 7208 §4.6.2), whatever that one says of it. */
function withoutTaken(entries: readonly Entry[], say: Say): Entry[] {
  const taken: Record<4 | 6, IpRange[]> = { 4: [], 6: [] };
  return entries.filter((entry) => {
    if (!isLiteral(entry)) return true;
    if (!put(taken[entry.range.family], entry.range)) return true;
    const reason = 'The networks before it take all its addresses';
    say({ kind: 'covered', term: entry.text, becomes: '', reason, risk: 'None' });
    return false;
  });
}

/** Adds a range to sorted ranges that lie apart; true where they held all of it before. */
function put(sorted: IpRange[], range: IpRange): boolean {
  const from = firstNotBefore(sorted, range.first - 1n);
  const there = sorted[from];
  if (there !== undefined && rangeContains(there, range)) return true;
  let { first, last } = range;
  let to = from;
  for (let next = sorted[to]; next !== undefined && next.first <= range.last + 1n; next = sorted[++to]) {
    if (next.first < first) first = next.first;
    if (next.last > last) last = next.last;
  }
  sorted.splice(from, to - from, { ...range, first, last });
  return false;
}

/** Behind it stands a wider network, and nothing in between says otherwise of its addresses, or may fail. */
function withoutInside(entries: readonly Entry[], say: Say): Entry[] {
  const gone = new Set<Entry>();
  for (const run of literalRuns(entries)) {
    const wideFirst = run.filter(isLiteral).toSorted((a, b) => compare(a.range, b.range));
    const holding: Literal[] = [];
    for (const literal of wideFirst) {
      while (holding.length > 0 && !rangeContains(holding.at(-1)!.range, literal.range)) holding.pop();
      const outer = holding[0];
      holding.push(literal);
      if (outer === undefined) continue;
      gone.add(literal);
      const reason = `\`${outer.text}\` says the same of all its addresses`;
      const risk = `When \`${outer.text}\` is removed one day, these addresses go with it`;
      say({ kind: 'covered', term: literal.text, becomes: '', reason, risk });
    }
  }
  return entries.filter((entry) => !gone.has(entry));
}

function compare(a: IpRange, b: IpRange): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.last === b.last ? 0 : a.last > b.last ? -1 : 1;
}

/** With fewer networks that are exactly the same addresses, in the place of the first. */
export function mergedSteps(entries: readonly Entry[], say: Say): Entry[] {
  const replaced = new Map<Entry, readonly Entry[]>();
  for (const run of sameQualifierRuns(entries)) {
    for (const { whole, members } of neighbours(run.filter(isLiteral))) {
      const networks = rangeNetworks(whole);
      const [first] = members;
      if (first?.qualifier === undefined || networks.length >= members.length) continue;
      const written = first.text.startsWith('+') ? '+' : sign(first.qualifier);
      const wider = networks.map((network): Entry => ({
        ...first,
        text: written + networkTerm(network),
        range: networkRange(network),
        node: undefined,
      }));
      for (const member of members) replaced.set(member, []);
      replaced.set(first, wider);
      say({
        kind: 'merged',
        term: members.map(({ text }) => text).join(' '),
        becomes: wider.map(({ text }) => text).join(' '),
        reason: `Together they are exactly ${networks.map((network) => `\`${printNetwork(network)}\``).join(', ')}`,
        risk: 'To take one of them away later, the network has to be split again',
      });
    }
  }
  return entries.flatMap((entry) => replaced.get(entry) ?? [entry]);
}

/** Networks without a gap between them, each group in the order of the record. */
function neighbours(literals: readonly Literal[]): { readonly whole: IpRange; readonly members: readonly Literal[] }[] {
  const sorted = literals.toSorted((a, b) => compare(a.range, b.range));
  const place = new Map(literals.map((literal, index) => [literal, index]));
  let at = 0;
  return merged(literals.map(({ range }) => range)).map((whole) => {
    const members: Literal[] = [];
    for (let next = sorted[at]; next !== undefined && rangeContains(whole, next.range); next = sorted[++at])
      members.push(next);
    return { whole, members: members.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)) };
  });
}
