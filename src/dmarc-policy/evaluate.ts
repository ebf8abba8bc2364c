import type { Dns } from '../net/net.ts';
import type { AlignmentMode, DiscoveryMethod } from '../protocols/dmarc.ts';
import { domainName } from '../protocols/domain.ts';
import { alignmentOf, type Alignment } from './alignment.ts';
import { discoverDmarc } from './discover.ts';
import type { PolicyOutcome } from './policy.ts';
import { pslOrgDomain } from './psl.ts';
import { treeWalk, type OrgDomain } from './walk.ts';

/** What is known of a message before DMARC. */
export interface AuthenticatedMessage {
  /** The author domain: that of the From header field. */
  readonly from: string;
  /** Envelope-from domains for which SPF said pass. */
  readonly spf: readonly string[];
  /** `d=` of the DKIM signatures that verified. */
  readonly dkim: readonly string[];
}

export interface DmarcEvaluation {
  /** `none`: DMARC does not apply; `unknown`: a question that matters had no answer (RFC 9989 §5.3.6). */
  readonly result: 'pass' | 'fail' | 'none' | 'unknown';
  readonly policy: PolicyOutcome;
  readonly orgDomain: OrgDomain;
  /** Of the identifiers of each kind, the best. */
  readonly spfAligned: Alignment;
  readonly dkimAligned: Alignment;
}

/** The DMARC result of a message (RFC 9989 §5.3), with each DNS question asked once. */
export async function evaluateDmarc(
  message: AuthenticatedMessage,
  net: Dns,
  method: DiscoveryMethod = 'treewalk',
): Promise<DmarcEvaluation> {
  const author = domainName(message.from);
  const [spf, dkim] = [message.spf.map(domainName), message.dkim.map(domainName)];
  const shared = askingOnce(net);
  const identifiers = [...new Set([...spf, ...dkim])].filter((domain) => domain !== author);
  const [discovery, ...orgDomains] = await Promise.all([
    discoverDmarc(author, shared),
    ...identifiers.map((domain) => orgDomainBy(method, domain, shared)),
  ]);
  const { policy, orgDomain } = method === 'treewalk' ? discovery.walk : discovery.psl;
  const orgDomainOf = (domain: string): OrgDomain =>
    domain === author ? orgDomain : orgDomains[identifiers.indexOf(domain)]!;
  const bestOf = (domains: readonly string[], mode: AlignmentMode): Alignment =>
    best(domains.map((domain) => alignmentOf(mode, author, domain, orgDomainOf)));

  const record = policy.state === 'found' ? policy.record.parsed.value : undefined;
  const spfAligned = bestOf(spf, record?.aspf ?? 'r');
  const dkimAligned = bestOf(dkim, record?.adkim ?? 'r');
  return { result: resultOf(policy, best([spfAligned, dkimAligned])), policy, orgDomain, spfAligned, dkimAligned };
}

function resultOf(policy: PolicyOutcome, alignment: Alignment): DmarcEvaluation['result'] {
  if (policy.state === 'unknown') return 'unknown';
  if (policy.state !== 'found') return 'none';
  return alignment === 'aligned' ? 'pass' : alignment === 'unaligned' ? 'fail' : 'unknown';
}

const best = (alignments: readonly Alignment[]): Alignment =>
  alignments.find((one) => one === 'aligned') ?? alignments.find((one) => one === 'unknown') ?? 'unaligned';

async function orgDomainBy(method: DiscoveryMethod, domain: string, net: Dns): Promise<OrgDomain> {
  if (method === 'psl') return { state: 'found', value: pslOrgDomain(domain), why: 'public-suffix' };
  return (await treeWalk(domain, net)).orgDomain;
}

/** The same world, remembering the questions on the way. */
function askingOnce(net: Dns): Dns {
  const asked = new Map<string, Promise<unknown>>();
  return {
    resolve(name, type) {
      const question = `${type} ${name}`;
      const answer = asked.get(question) ?? net.resolve(name, type);
      asked.set(question, answer);
      return answer as ReturnType<typeof net.resolve<typeof type>>;
    },
    close: () => net.close(),
  };
}
