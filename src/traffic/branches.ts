import { atOnce } from '../core/at-once.ts';
import { byName } from '../core/order.ts';
import type { Dns } from '../net/net.ts';
import { authorisedBy, spfRanges, type Authority, type SpfRanges } from '../spf/ranges.ts';
import { spfTree } from '../spf/read-tree.ts';
import { OPEN, type Branch, type Branches } from '../streams/branch.ts';
import type { Tallies } from '../streams/tally.ts';

/** Domains whose SPF is asked for; a botnet invents sub-domains by the thousand, and each would cost dozens of questions. */
const MOST_DOMAINS = 200;
const AT_ONCE = 8;

/** Reads the SPF trees of a period's From domains and of their organisations, those with most messages first. */
export async function branchesOf(
  tallies: Tallies,
  net: Dns,
  organisation: (domain: string) => string,
): Promise<Branches> {
  const wanted = busiestDomains(tallies, organisation).slice(0, MOST_DOMAINS);
  const trees = new Map(
    await atOnce(AT_ONCE, wanted, async (domain) => [domain, await authorityAt(domain, net)] as const),
  );

  return (headerFrom, sourceIp) => {
    let open = false;
    for (const domain of new Set([headerFrom, organisation(headerFrom)])) {
      const ranges = trees.get(domain);
      if (ranges === undefined || ranges === 'unknown') open = true;
      else if (ranges !== 'none') {
        const authority = authorisedBy(ranges, sourceIp);
        if (authority === 'indeterminate') open = true;
        else if (authority !== undefined) return branchOf(authority);
      }
    }
    return open ? OPEN : NONE;
  };
}

async function authorityAt(domain: string, net: Dns): Promise<SpfRanges | 'unknown' | 'none'> {
  const tree = await spfTree(domain, net);
  const { state } = tree.root;
  return state === 'failed' ? 'unknown' : state === 'record' ? spfRanges(tree) : 'none';
}

const NONE: Branch = { kind: 'none' };

/** The includes on the way to the term; none on the way makes it the domain's own. */
function branchOf({ path, term }: Exclude<Authority, 'indeterminate' | undefined>): Branch {
  const domains = path.flatMap((step) =>
    step.term.kind === 'include' ? [(step.term.domain.constant ?? step.term.domain.text).toLowerCase()] : [],
  );
  return domains.length === 0 ? { kind: 'own', term: term.term.text } : { kind: 'include', domains };
}

function busiestDomains(tallies: Tallies, organisation: (domain: string) => string): string[] {
  const messages = new Map<string, number>();
  for (const { signature, messages: count } of tallies.all())
    for (const domain of new Set([signature.headerFrom, organisation(signature.headerFrom)]))
      if (domain.includes('.')) messages.set(domain, (messages.get(domain) ?? 0) + count);
  return [...messages].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0])).map(([domain]) => domain);
}
