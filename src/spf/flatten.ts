import type { IpRange, Network } from '../protocols/network.ts';
import type { Qualifier } from '../protocols/spf.ts';
import { literalRange, networksOf, sign } from './address-terms.ts';
import type { ReadRecord } from './own-records.ts';
import { recordToChange } from './own-records.ts';
import { reasonOf, toStay, withEffect } from './kept-reasons.ts';
import { reducedInclude } from './reduced-include.ts';
import { laidOut, type LaidOut, type Piece } from './layout.ts';
import { rowOf, type Item } from './spliced.ts';
import { everyNode } from './tree-walk.ts';
import type { SpfTree } from './tree.ts';

export interface FlattenOptions {
  /** Domains whose includes stay, wherever they stand. */
  readonly keep?: readonly string[];
  /** Domains of the record's own includes: the others stay. */
  readonly only?: readonly string[];
}

/** An include that has been replaced by addresses, in whole or in part. */
export interface FlattenedInclude {
  /** As it stands in the record: `include:_spf.example.net`. */
  readonly term: string;
  readonly domain: string;
  /** DNS lookups it costs. */
  readonly lookups: number;
  /** How many networks it comes to. */
  readonly networks: number;
}
/** What stays as it is although it asks the DNS. */
export interface KeptTerm {
  readonly term: string;
  /** A phrase. */
  readonly why: string;
}

/** A record, and others that it includes, which mean today what the record of the tree means. */
export interface Flattening extends LaidOut {
  readonly record: ReadRecord;
  readonly flattened: readonly FlattenedInclude[];
  readonly kept: readonly KeptTerm[];
  /** Includes left out because they lead to no SPF record: receivers answer permerror when they come to one. */
  readonly dropped: readonly string[];
}

/**
 * Replaces includes by the addresses they let pass, each in its place among terms with other qualifiers, so that every
 * address gets the result it got (RFC 7208 §4.6.2), but for permerror: an include that leads to no SPF record lets nobody
 * pass, and goes. Macros, `exists`, `ptr`, `a`, `mx`, and what could not be read, stay.
 * Undefined where there is no single record without syntax errors.
 */
export function flattened(tree: SpfTree, { keep = [], only }: FlattenOptions = {}): Flattening | undefined {
  const record = recordToChange(tree);
  if (record === undefined || record.fatal) return undefined;
  const kept = new Set(keep.map((domain) => domain.toLowerCase()));
  const wanted = only === undefined ? undefined : new Set(only.map((domain) => domain.toLowerCase()));
  const follows = (domain: string): boolean => !kept.has(domain) && (wanted === undefined || wanted.has(domain));
  const row = rowOf(record, follows);
  const report = { flattened: [] as FlattenedInclude[], kept: [] as KeptTerm[], dropped: [] as string[] };
  const pieces = runs(row.items).flatMap((run) => flatRun(run, row.items, { follows, kept, report }));
  if (row.redirect !== undefined) report.kept.push({ term: row.redirect.text, why: row.redirect.why });
  const layout = laidOut(record, pieces, row.modifiers, namesToAvoid(tree), tree.domain);
  return { record, ...layout, ...report };
}

/** Includes and redirects that `keep` and `only` can name, first the record's own. */
export function includesOf(tree: SpfTree): { readonly own: readonly string[]; readonly all: readonly string[] } {
  const record = recordToChange(tree);
  const own = record?.terms.flatMap(({ child }) => (child === undefined ? [] : [child.domain])) ?? [];
  const all = record === undefined ? [] : Array.from(everyNode(record), ({ node }) => node.domain).slice(1);
  return { own: [...new Set(own)], all: [...new Set(all)] };
}

/** Neighbours with one qualifier: within these, the order makes no difference to the result. */
function runs(items: readonly Item[]): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last?.[0]?.term.qualifier === item.term.qualifier) last.push(item);
    else found.push([item]);
  }
  return found;
}

interface Flattener {
  readonly follows: (domain: string) => boolean;
  readonly kept: ReadonlySet<string>;
  readonly report: { readonly flattened: FlattenedInclude[]; readonly kept: KeptTerm[]; readonly dropped: string[] };
}

/** A run with the addresses of all its includes as one piece, where the first of them stood. */
function flatRun(run: readonly Item[], all: readonly Item[], { follows, kept, report }: Flattener): Piece[] {
  const [first] = run;
  if (first === undefined) return [];
  const { qualifier } = first.term;
  const pieces: Piece[] = [];
  const ranges: IpRange[] = [];
  let place: { readonly piece: number; readonly item: Item } | undefined;
  for (const item of run) {
    const { node, term, text } = item;
    if (term.kind !== 'include') {
      pieces.push({ kind: 'text', text });
      if (node.cost > 0) report.kept.push({ term: text, why: reasonOf(node) });
      continue;
    }
    const domain = node.target?.state === 'constant' ? node.target.name : term.domain.text;
    if (!follows(domain)) {
      pieces.push({ kind: 'text', text });
      report.kept.push({ term: text, why: toStay(node) });
      continue;
    }
    if (node.child?.state === 'none' && !kept.has(domain) && all.some((other) => isOfUse(other))) {
      report.dropped.push(text);
      continue;
    }
    const reduced = reducedInclude(node, kept);
    const untouched = reduced.kept.length === 1 && reduced.ranges.length === 0 && reduced.kept[0]?.domain === domain;
    if (!untouched) {
      place ??= { piece: pieces.length, item };
      ranges.push(...reduced.ranges);
      const networks = networksOf(reduced.ranges).length;
      report.flattened.push({ term: text, domain, lookups: node.branch.min, networks });
    }
    for (const below of reduced.kept) {
      // It must not come from another's record into this one.
      if (below.leadsNowhere === true && reduced.ranges.length > 0) {
        report.dropped.push(`${sign(qualifier)}include:${below.domain}`);
        continue;
      }
      const stays = below.domain === domain ? text : `${sign(qualifier)}include:${below.domain}`;
      if (pieces.some((piece) => piece.kind === 'text' && piece.text === stays)) continue;
      pieces.push({ kind: 'text', text: stays });
      report.kept.push({ term: stays, why: below.domain === domain ? withEffect(below.why, node) : below.why });
    }
  }
  if (place !== undefined) {
    const networks = networksOf(ranges, takenBefore(place.item, all));
    if (networks.length > 0) pieces.splice(place.piece, 0, addressPiece(networks, qualifier));
  }
  return pieces;
}

/** Whether it lets somebody pass: without any such term `-all` alone would be left, and have all mail refused. */
const isOfUse = ({ term, node }: Item): boolean => term.qualifier === '+' && node.child?.state !== 'none';

const addressPiece = (networks: readonly Network[], qualifier: Qualifier): Piece => ({
  kind: 'addresses',
  networks,
  qualifier,
});

/** Addresses that ip4 and ip6 terms take before evaluation comes to the item, whatever they say of them. */
const takenBefore = (item: Item, all: readonly Item[]): IpRange[] =>
  all.slice(0, all.indexOf(item)).flatMap(({ term }) => literalRange(term) ?? []);

/** Names that hold a record of the tree today cannot hold another one. */
const namesToAvoid = (tree: SpfTree): ReadonlySet<string> =>
  new Set(Array.from(everyNode(tree), ({ node }) => node.domain));
