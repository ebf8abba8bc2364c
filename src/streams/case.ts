import type { Catalogue } from '../providers/catalogue.ts';
import type { ProviderCategory } from '../providers/provider.ts';
import { serviceOfInclude, type Branch } from './branch.ts';
import type { Homes } from './homes.ts';
import type { Ours, Sender } from './identify.ts';
import type { Signature } from './signature.ts';

/** Services that send for their customers and for nobody else: what they sign, one of our accounts there sent. */
export const SENDS_FOR_CUSTOMERS = new Set<ProviderCategory>(['transactional', 'marketing', 'crm', 'support', 'saas']);

/** A label shorter than this stands in others' names by chance. */
const SHORTEST_TELLING_LABEL = 4;

/** What a row is judged by. */
export interface Case {
  readonly signature: Signature;
  readonly sourceIp: string;
  readonly sender: Sender;
  readonly branch: Branch;
  readonly ours: Ours;
  readonly organisation: (domain: string) => string;
  readonly homes: Homes;
  readonly catalogue: Catalogue;
}

export function passes({ dkimAligned, spfAligned }: Signature): boolean {
  return dkimAligned === true || spfAligned === true;
}

export const ownSignatures = ({ signature, ours }: Case): Signature['dkim'] =>
  signature.dkim.filter(({ domain, result }) => result !== 'none' && ours(domain));

export function passesForSomebody({ signature }: Case): boolean {
  return [...signature.dkim, ...signature.spf].some(({ result }) => result === 'pass');
}

/** Signature and envelope are of one foreign domain: somebody writes from an account there, forwarded mail has two. */
export function isWrittenThere({ signature }: Case): boolean {
  const envelopes = new Set(signature.spf.filter(({ result }) => result === 'pass').map(({ domain }) => domain));
  const signers = signature.dkim.filter(({ domain }) => domain !== '');
  return signers.length > 0 && signers.every(({ domain, result }) => result === 'pass' && envelopes.has(domain));
}

/** The domain itself vouches for the address: in its SPF record, or by an SPF pass in this period. */
export function isAuthorised(row: Case): boolean {
  const { signature, sourceIp, branch, ours, homes, sender, catalogue } = row;
  const passed = signature.spf.filter(({ result }) => result === 'pass').map(({ domain }) => domain);
  if (passed.some((domain) => ours(domain))) return true;
  if (branch.kind === 'own') return true;
  if (branch.kind === 'include') {
    const service = serviceOfInclude(branch.domains, catalogue);
    if (service !== undefined && SENDS_FOR_CUSTOMERS.has(service.category)) return true;
    // Everybody's mail comes from a mailbox host's addresses, forwarded mail too: there the envelope tells.
    return passed.length === 0 && (signature.spf.length > 0 || passes(signature) || !passesForSomebody(row));
  }
  // Many customers share a service's addresses: there it is the account that counts, not the address.
  return sender.provider === undefined && branch.kind === 'open' && homes.authorised(signature.headerFrom, sourceIp);
}

/**
 * A tenant's name often holds ours: casaluna.zendesk.com, casaluna.onmicrosoft.com, casaluna-com.20230601.gappssmtp.com.
 * An include says the same, but for a mailbox host's, whose addresses everybody's mail comes from.
 */
export function isRelated({ signature, branch, ours, organisation, catalogue }: Case): boolean {
  if (branch.kind === 'include') {
    const services = branch.domains.map((domain) => catalogue.bySpfInclude(domain));
    if (services.every((service) => service?.category !== 'mailbox')) return true;
  }
  const home = organisation(signature.headerFrom);
  const [label = ''] = home.split('.');
  const tenant = home.replaceAll('.', '-');
  return [...signature.dkim, ...signature.spf]
    .filter(({ domain, result }) => result === 'pass' && !ours(domain))
    .flatMap(({ domain }) => domain.split('.').slice(0, -1))
    .some(
      (part) =>
        part === tenant ||
        (label.length >= SHORTEST_TELLING_LABEL &&
          (`-${part}-`.includes(`-${label}-`) || part.replaceAll('-', '') === label.replaceAll('-', ''))),
    );
}
