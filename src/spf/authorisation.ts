import { bitsOf, parseIp } from '../protocols/ip.ts';
import { networkOf, networkRange, type IpRange } from '../protocols/network.ts';
import type { PathStep } from './path.ts';
import { blank, paintEverything, paintRange, type Paint, type Stroke } from './segments.ts';
import type { Addresses, RecordNode, TermNode } from './tree.ts';

/** The term that authorises a range, and the way to it. */
export interface Authorisation {
  /** The term of the domain's own record that it comes through: `include:amazonses.com`. */
  readonly branch: TermNode;
  /** The term that names the addresses. */
  readonly term: TermNode;
  /** From the branch down to the term. */
  readonly path: readonly PathStep[];
}

/** What a term matches among the addresses of one family. */
export interface Match {
  readonly ranges: readonly IpRange[];
  /** It may match any other address as well: it depends on the message, or could not be found out. */
  readonly maybe: boolean;
  /** It matches every address. */
  readonly every: boolean;
}
const nothing: Match = { ranges: [], maybe: false, every: false };
const anything: Match = { ranges: [], maybe: true, every: false };

/**
 * What evaluation of a record comes to, for every address of one family, by the rules of RFC 7208 §4.6 but for its
 * limits and permerrors: the question is what the record means to authorise. Terms that lead nowhere match nobody.
 */
export function painted(node: RecordNode, family: 4 | 6, path: readonly PathStep[] = []): Paint<Authorisation> {
  const paint = blank<Authorisation>();
  if (node.state === 'failed' || node.state === 'cut') {
    // Nobody knows what the record says, so anything may pass, and nothing has to.
    paint.rest = { pass: true, other: true, open: true, owner: undefined };
    return paint;
  }
  for (const term of node.terms.toSorted(redirectLast)) {
    if (!term.reachable) continue;
    const here = [...path, { domain: node.domain, term: term.term, span: term.span }];
    if (term.child !== undefined) lay(paint, term, painted(term.child, family, here));
    else apply(paint, term, matchOf(term, family), here);
  }
  return paint;
}

const redirectLast = (a: TermNode, b: TermNode): number =>
  Number(a.term.kind === 'redirect') - Number(b.term.kind === 'redirect') || a.index - b.index;

/** A term without a record below it. */
function apply(paint: Paint<Authorisation>, node: TermNode, match: Match, path: readonly PathStep[]): void {
  const passes = !('qualifier' in node.term) || node.term.qualifier === '+';
  const stroke = { passes, certain: true, owner: { branch: node, term: node, path } };
  for (const range of match.ranges) paintRange(paint, range, stroke);
  if (match.every) paintEverything(paint, stroke);
  if (!match.maybe) return;
  paintEverything(paint, { ...stroke, certain: false });
  // Where a redirect leads is open, so it may come to anything.
  if (node.term.kind === 'redirect') paintEverything(paint, { ...stroke, passes: false, certain: false });
}

/** The verdicts of the record below an include or redirect, in the addresses this record has left open. */
function lay(paint: Paint<Authorisation>, node: TermNode, below: Paint<Authorisation>): void {
  const strokes = node.term.kind === 'redirect' ? redirected : included;
  for (const { first, last, ...outlook } of below.segments) {
    for (const stroke of strokes(node, outlook)) paintRange(paint, { first, last }, stroke);
  }
  // Only what lies outside of its segments; where they are in the way, they are certain or have been painted.
  const rest = strokes(node, below.rest);
  if (rest.length === 0) return;
  for (const gap of gaps(below.segments)) for (const stroke of rest) paintRange(paint, gap, stroke);
}

type OutlookBelow = Paint<Authorisation>['rest'];

/** §5.2: a pass of the included record is a match with the include's qualifier; everything else is none. */
function included(node: TermNode, { pass, other, open, owner }: OutlookBelow): Stroke<Authorisation>[] {
  if (!pass) return [];
  const passes = !('qualifier' in node.term) || node.term.qualifier === '+';
  return [{ passes, certain: !other && !open, owner: ownerThrough(node, owner) }];
}

/** §6.1: the verdict of the other record is the verdict. */
function redirected(node: TermNode, { pass, other, open, owner }: OutlookBelow): Stroke<Authorisation>[] {
  const through = ownerThrough(node, owner);
  const certain = !open && pass !== other;
  return [
    ...(pass ? [{ passes: true, certain: certain, owner: through }] : []),
    ...(other ? [{ passes: false, certain: certain, owner: through }] : []),
  ];
}

const ownerThrough = (branch: TermNode, owner: Authorisation | undefined): Authorisation => ({
  branch,
  term: owner?.term ?? branch,
  path: owner?.path ?? [],
});

/** Everything between and around segments; the last address of all is beyond any family's. */
function gaps(
  segments: readonly { readonly first: bigint; readonly last: bigint }[],
): { first: bigint; last: bigint }[] {
  const found: { first: bigint; last: bigint }[] = [];
  let next = 0n;
  for (const { first, last } of segments) {
    if (first > next) found.push({ first: next, last: first - 1n });
    next = last + 1n;
  }
  const end = (1n << 128n) - 1n;
  return next > end ? found : [...found, { first: next, last: end }];
}

/** The addresses a term names, for terms that are not include or redirect with a record below them. */
export function matchOf(node: TermNode, family: 4 | 6): Match {
  const { term, target, hosts, exists } = node;
  switch (term.kind) {
    case 'all':
      return { ranges: [], maybe: false, every: true };
    case 'ip4':
    case 'ip6':
      return term.network.family === family ? { ...nothing, ranges: [networkRange(term.network)] } : nothing;
    case 'a':
    case 'mx': {
      if (target?.state === 'unaskable') return nothing;
      if (hosts === undefined) return anything;
      const length = (family === 4 ? term.v4Length?.length : term.v6Length?.length) ?? bitsOf(family);
      const found = hosts.map((host) => (family === 4 ? host.ipv4 : host.ipv6));
      const ranges = found.flatMap((addresses) => rangesOf(addresses, family, length));
      return { ranges, maybe: found.some(({ state }) => state === 'unknown'), every: false };
    }
    case 'exists':
      if (target?.state === 'unaskable') return nothing;
      if (exists?.state === 'found') return { ranges: [], maybe: false, every: true };
      return exists === undefined || exists.state === 'unknown' ? anything : nothing;
    case 'ptr':
      return anything;
    case 'include':
    case 'redirect':
      return target?.state === 'indeterminate' ? anything : nothing;
    default:
      return nothing;
  }
}

function rangesOf(addresses: Addresses, family: 4 | 6, length: number): IpRange[] {
  if (addresses.state !== 'found') return [];
  return addresses.addresses.flatMap((text) => {
    const address = parseIp(text);
    return address?.family === family ? [networkRange(networkOf(address, length))] : [];
  });
}
