import type { Catalogue } from '../providers/catalogue.ts';
import type { Sender } from './identify.ts';

/** What the reverse zone calls an address. */
export interface Host {
  readonly name: string;
  /** Whether the name leads back to the address; undefined where it could not be found out. */
  readonly confirmed: boolean | undefined;
}

/** Hosts by address, of those that were looked up. */
export type HostOf = (sourceIp: string) => Host | undefined;

/** How far a confirmed host alone names the service: its addresses carry others' mail as well. */
const WEIGHT = 0.7;

/**
 * Names a sender that nothing else names by the host it sends from. An unconfirmed name never names anybody, and whose
 * mail it is, is not asked here: anybody may send through a service's hosts.
 */
export function namedByHost(
  sender: Sender,
  host: Host | undefined,
  catalogue: Catalogue,
  organisation: (domain: string) => string,
): Sender {
  if (sender.provider !== undefined || host?.confirmed !== true) return sender;
  const provider = catalogue.byPtr(host.name);
  if (provider === undefined) return sender;
  const evidence = {
    kind: 'ptr' as const,
    what: `PTR below ${organisation(host.name)}`,
    provider: provider.id,
    weight: WEIGHT,
  };
  return {
    ...sender,
    provider,
    confidence: WEIGHT,
    evidence: [...sender.evidence, evidence].toSorted((a, b) => b.weight - a.weight),
  };
}

/** What of a host makes a judgement: addresses of which it is the same are judged alike. */
export function hostKey(
  host: Host | undefined,
  catalogue: Catalogue,
  organisation: (domain: string) => string,
): string {
  if (host?.confirmed !== true || catalogue.byPtr(host.name) === undefined) return '';
  return organisation(host.name);
}
