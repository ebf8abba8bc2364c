import type { Net } from '../net/net.ts';
import { pslOrgDomain } from '../dmarc-policy/psl.ts';
import { authorisedBy, spfRanges, type Authority, type SpfRanges } from '../spf/ranges.ts';
import { spfTree } from '../spf/tree.ts';
import { OPEN, type Branch, type Branches } from '../streams/branch.ts';
import type { Tallies } from '../streams/tally.ts';

/** Domains whose SPF is asked for; a botnet invents sub-domains by the thousand, and each would cost dozens of questions. */
const MOST_DOMAINS = 200;
const AT_ONCE = 8;

/** Reads the SPF trees of a period's From domains and of their organisations, those with most messages first. */
export async function branchesOf(tallies: Tallies, net: Net): Promise<Branches> {
  const wanted = busiestDomains(tallies).slice(0, MOST_DOMAINS);
  const trees = new Map<string, SpfRanges | 'unknown' | 'none'>();
  const queue = wanted.values();
  const worker = async (): Promise<void> => {
    for (const domain of queue) {
      const tree = await spfTree(domain, net);
      const { state } = tree.root;
      trees.set(domain, state === 'failed' ? 'unknown' : state === 'record' ? spfRanges(tree) : 'none');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));

  return (headerFrom, sourceIp) => {
    let open = false;
    for (const domain of new Set([headerFrom, pslOrgDomain(headerFrom)])) {
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

const NONE: Branch = { kind: 'none' };

/** The includes on the way to the term; none on the way makes it the domain's own. */
function branchOf({ path, term }: Exclude<Authority, 'indeterminate' | undefined>): Branch {
  const domains = path.flatMap((step) =>
    step.term.kind === 'include' ? [(step.term.domain.constant ?? step.term.domain.text).toLowerCase()] : [],
  );
  return domains.length === 0 ? { kind: 'own', term: term.term.text } : { kind: 'include', domains };
}

function busiestDomains(tallies: Tallies): string[] {
  const messages = new Map<string, number>();
  for (const { signature, messages: count } of tallies.all())
    for (const domain of new Set([signature.headerFrom, pslOrgDomain(signature.headerFrom)]))
      if (domain.includes('.')) messages.set(domain, (messages.get(domain) ?? 0) + count);
  return [...messages].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([domain]) => domain);
}
