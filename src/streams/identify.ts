import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider, ProviderCategory } from '../providers/provider.ts';
import type { Branch } from './branch.ts';
import { branchEvidence, dkimEvidence, learnedEvidence, networkEvidence, spfEvidence } from './evidence.ts';
import { NO_LESSONS, type Lessons } from './lessons.ts';
import type { Ours } from './ours.ts';
import type { Signature } from './signature.ts';
import type { Evidence } from './stream.ts';

/** How much less a tenant is doubted than its landlord, so that its name wins. */
const BY_A_HAIR = 1e-6;

/** Evidence below this names nobody: a common selector, or something merely claimed. */
export const NAMED = 0.5;

/** What sends through others' mail services more often than not. */
const APPLICATIONS = new Set<ProviderCategory>(['saas', 'support', 'crm', 'marketing']);

/** Who sent it, as far as the evidence goes. */
export interface Sender {
  readonly provider?: Provider;
  /** 0 to 1, that `provider` is right; 0 where nobody is named. */
  readonly confidence: number;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  /** Every service anything speaks for, most likely first. */
  readonly candidates: readonly Candidate[];
}

/** A service something speaks for, and how much: 0 to 1. */
export interface Candidate {
  readonly provider: string;
  readonly score: number;
}

/** What a row's sender is read from; without lessons, the row speaks for itself alone. */
export interface Witnessed {
  readonly signature: Signature;
  readonly ours: Ours;
  readonly branch: Branch;
  readonly catalogue: Catalogue;
  readonly lessons?: Lessons;
  /** The address's number in the tallies. */
  readonly address?: number;
  /** Who publishes the address as one it sends from. */
  readonly network?: Provider | undefined;
  /** What the signature comes to by itself, where that is known. */
  readonly alone?: Sender;
}

/** Reads a row's evidence in falling strength and names the service it speaks for most. */
export function identify(row: Witnessed): Sender {
  const { signature, ours, branch, catalogue, lessons = NO_LESSONS, address, network, alone } = row;
  const own = alone?.evidence ?? [
    ...dkimEvidence(signature, ours, catalogue),
    ...spfEvidence(signature, ours, catalogue),
  ];
  const around = [...branchEvidence(branch, catalogue), ...networkEvidence(signature, network)];
  const names = ({ provider, weight }: Evidence): boolean => provider !== undefined && weight >= NAMED;
  const isNamed = own.some(names) || around.some(names);
  const learned = learnedEvidence(signature, ours, lessons, address, isNamed);
  if (alone !== undefined && around.length === 0 && learned.length === 0) return alone;
  return senderBy(
    [...own, ...around, ...learned].toSorted((a, b) => b.weight - a.weight),
    catalogue,
  );
}

/** The service that the evidence, strongest first, speaks for most. */
function senderBy(evidence: readonly Evidence[], catalogue: Catalogue): Sender {
  const doubts = new Map<string, number>();
  const heard = new Set<string>();
  for (const { provider, kind, weight } of evidence) {
    if (provider === undefined) continue;
    // The same said twice is no second witness: two common selectors, or ten claims, name nobody. Lessons differ in kind.
    const witness = `${provider} ${kind}`;
    if (kind !== 'learned' && heard.has(witness)) continue;
    heard.add(witness);
    doubts.set(provider, (doubts.get(provider) ?? 1) * (1 - weight));
  }
  // A tenant inside another's infrastructure inherits what speaks for the landlord, and its name wins.
  const signers = new Set(evidence.filter(({ kind }) => kind === 'dkim-domain').map(({ provider }) => provider));
  for (const id of doubts.keys())
    for (const landlord of landlordsOf(id, signers, catalogue))
      if (doubts.has(landlord) && isToldApart(id, landlord, evidence))
        doubts.set(
          id,
          Math.min((doubts.get(id) ?? 1) * (doubts.get(landlord) ?? 1), (doubts.get(landlord) ?? 1) - BY_A_HAIR),
        );

  const ranked = [...doubts].toSorted((a, b) => a[1] - b[1]);
  const candidates = ranked.map(([id, doubt]) => ({ provider: id, score: hundredths(1 - doubt) }));
  const [best] = ranked;
  const provider = best === undefined || 1 - best[1] < NAMED ? undefined : catalogue.byId(best[0]);
  if (provider === undefined || best === undefined) return { confidence: 0, evidence, candidates };
  return { provider, confidence: hundredths(1 - best[1]), evidence, candidates };
}

/** A selector that says more of the landlord is the landlord's, and no word for one of its many tenants. */
const isToldApart = (tenant: string, landlord: string, evidence: readonly Evidence[]): boolean =>
  evidence.some(
    ({ provider, what, weight }) =>
      provider === tenant &&
      !evidence.some((other) => other.provider === landlord && other.what === what && other.weight > weight),
  );

const hundredths = (share: number): number => Math.max(0, Math.round(share * 100) / 100);

/** Services one sends through, those included that signed the same message: a sender signs, and so does its carrier. */
function landlordsOf(id: string, signers: ReadonlySet<string | undefined>, catalogue: Catalogue): readonly string[] {
  const tenant = catalogue.byId(id);
  if (tenant === undefined) return [];
  if (!signers.has(id) || !APPLICATIONS.has(tenant.category)) return tenant.runsOn ?? [];
  const carriers = [...signers].filter(
    (signer) => signer !== undefined && catalogue.byId(signer)?.category === 'transactional',
  );
  return [...new Set([...(tenant.runsOn ?? []), ...carriers])] as string[];
}
