import type { Answer, Dns } from '../net/net.ts';
import type { DiscoveryMethod } from '../protocols/dmarc.ts';
import { domainName } from '../protocols/domain.ts';
import { askDmarc, type DmarcAnswer } from './answers.ts';
import { differencesBetween, type Difference, type Found } from './differences.ts';
import type { Existence } from './policy.ts';
import { pslDomains, pslOver, pslPolicy } from './psl.ts';
import { walkDomains, walkOver, walkPolicy } from './walk.ts';

/** What receivers of one kind find. */
export interface Discovery extends Found {
  readonly method: DiscoveryMethod;
  /** The questions such a receiver asks, in its order. */
  readonly steps: readonly DmarcAnswer[];
}

/** Everything DNS says about DMARC for mail from one domain. */
export interface DmarcDiscovery {
  /** The author domain: A-labels, lower case, no final dot. */
  readonly domain: string;
  /** What stands at `_dmarc.<domain>` itself. */
  readonly own: DmarcAnswer;
  /** Every `_dmarc` name that was asked, longest first. */
  readonly answers: readonly DmarcAnswer[];
  /** Whether the domain itself exists, which decides between `sp` and `np`. */
  readonly existence: Existence;
  /** By tree walk (RFC 9989). */
  readonly walk: Discovery;
  /** By public suffix list (RFC 7489). */
  readonly psl: Discovery;
  /** Where the two disagree; empty when every receiver comes to the same. */
  readonly differences: readonly Difference[];
}

/** Discovers the DMARC policy of a domain both ways. All names are known beforehand, so everything is asked at once. */
export async function discoverDmarc(author: string, net: Dns): Promise<DmarcDiscovery> {
  const domain = domainName(author);
  const [walkNames, pslNames] = [walkDomains(domain), pslDomains(domain)];
  const names = [...new Set([...walkNames, ...pslNames])];
  // The domain's own TXT records are asked for SPF in any case; here they only tell whether it exists.
  const [self, ...answers] = await Promise.all([
    net.resolve(domain, 'TXT'),
    ...names.map((name) => askDmarc(name, net)),
  ]);
  const answered = (name: string): DmarcAnswer => answers[names.indexOf(name)]!;
  const own = answered(domain);
  const existence = existenceOf(self, own);

  const walked = walkOver(domain, walkNames.map(answered));
  const listed = pslOver(domain, pslNames.map(answered));
  const walk: Discovery = {
    method: 'treewalk',
    steps: walked.steps,
    orgDomain: walked.orgDomain,
    policy: walkPolicy(walked, existence),
  };
  const psl: Discovery = {
    method: 'psl',
    steps: listed.steps,
    orgDomain: { state: 'found', value: listed.orgDomain, why: 'public-suffix' },
    policy: pslPolicy(listed, existence),
  };
  return {
    domain,
    own,
    answers: answers.toSorted((a, b) => b.name.split('.').length - a.name.split('.').length),
    existence,
    walk,
    psl,
    differences: differencesBetween(walk, psl),
  };
}

/** A name exists unless it is NXDOMAIN, and with everything above a name that exists (RFC 8020). */
function existenceOf(self: Answer, own: DmarcAnswer): Existence {
  const ownExists = own.status === 'ok' || own.status === 'nodata' || own.via.length > 0;
  if (ownExists) return { state: 'found', value: true };
  if (self.status === 'failed') return { state: 'unknown', reason: self.reason };
  // NXDOMAIN behind a CNAME denies its target; the name itself is there (RFC 2308 §2.1).
  return { state: 'found', value: self.status !== 'nxdomain' || self.via.length > 0 };
}
