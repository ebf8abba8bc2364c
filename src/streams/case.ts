import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { serviceOfInclude, type Branch } from './branch.ts';
import type { Homes } from './homes.ts';
import type { Sender } from './identify.ts';
import type { Ours } from './ours.ts';
import { bearsNameOf } from './namesakes.ts';
import { sendsForCustomers } from '../providers/for-customers.ts';
import { serviceOf } from './services.ts';
import type { Signature } from './signature.ts';

/** A label shorter than this stands in others' names by chance. */
const SHORTEST_TELLING_LABEL = 4;

/** What a period shows of the organisation a row is of, beyond the row. */
export interface Neighbours {
  /** Whether mail from this organisation passes DMARC in these reports: then it is one of the reader's own. */
  readonly isAligned: (organisation: string) => boolean;
  /** Whether the organisation has a tenant of its own name below the domain: then one of another name is somebody else's. */
  readonly hasTenant: (headerFrom: string, domain: string) => boolean;
}

/** What a row is judged by. */
export interface Case {
  readonly signature: Signature;
  readonly sourceIp: string;
  readonly sender: Sender;
  readonly branch: Branch;
  /** Who publishes the address as one it sends from, where that was asked. */
  readonly network: Provider | undefined;
  readonly ours: Ours;
  readonly organisation: (domain: string) => string;
  readonly homes: Homes;
  readonly neighbours: Neighbours;
  readonly catalogue: Catalogue;
}

export function passes({ dkimAligned, spfAligned }: Signature): boolean {
  return dkimAligned === true || spfAligned === true;
}

/** A report that says what DMARC made of the mail, and nothing of why: only the address is left to go by. */
export const isBare = ({ dkim, spf }: Signature): boolean => dkim.length === 0 && spf.length === 0;

export const ownSignatures = ({ signature, ours }: Pick<Case, 'signature' | 'ours'>): Signature['dkim'] =>
  signature.dkim.filter(({ domain, result }) => result !== 'none' && ours(domain));

export function passesForSomebody({ signature }: Pick<Case, 'signature'>): boolean {
  return [...signature.dkim, ...signature.spf].some(({ result }) => result === 'pass');
}

/** Domains that authenticated, but for HELO names: those are of the machine, whoever writes. */
const passed = ({ dkim, spf }: Signature): string[] => [
  ...dkim.filter(({ domain, result }) => result === 'pass' && domain !== '').map(({ domain }) => domain),
  ...spf
    .filter(({ domain, result, scope }) => result === 'pass' && scope !== 'helo' && domain !== '')
    .map(({ domain }) => domain),
];

/**
 * Organisations that authenticated and are neither ours nor a service: whoever they are, the mail is theirs too. A further
 * domain of the service that signed is none, though we do not have it.
 */
export function strangersIn({ signature, ours, organisation, catalogue }: Case): string[] {
  const foreign = (domain: string): boolean => !ours(domain) && serviceOf(domain, catalogue) === undefined;
  const strangers = new Set(passed(signature).filter(foreign).map(organisation));
  if (strangers.size === 0) return [];
  const signers = passed({ ...signature, spf: [] });
  const signedAsThemselves = new Set(signers.filter(foreign).map(organisation));
  const services = signers.filter((domain) => isService(domain, catalogue)).map(organisation);
  return [...strangers].filter(
    (stranger) => signedAsThemselves.has(stranger) || !services.some((service) => bearsNameOf(stranger, service)),
  );
}

function isService(domain: string, catalogue: Catalogue): boolean {
  const service = serviceOf(domain, catalogue);
  return service !== undefined && sendsForCustomers(service);
}

/** Signature and envelope are of one foreign domain: somebody writes from an account there, forwarded mail has two. */
export function isWrittenThere({ signature }: Case): boolean {
  const envelopes = new Set(signature.spf.filter(({ result }) => result === 'pass').map(({ domain }) => domain));
  const signers = signature.dkim.filter(({ domain }) => domain !== '');
  return signers.length > 0 && signers.every(({ domain, result }) => result === 'pass' && envelopes.has(domain));
}

/**
 * SPF passed for us, be it for another name than the From domain's or for the HELO name, which aligns nothing but is
 * published by us all the same; or the address stands in our record.
 */
export function isInOurRecord({ signature, branch, ours, catalogue }: Case): boolean {
  if (signature.spf.some(({ domain, result }) => result === 'pass' && ours(domain))) return true;
  if (branch.kind !== 'include') return branch.kind === 'own';
  const service = serviceOfInclude(branch.domains, catalogue);
  return service !== undefined && sendsForCustomers(service);
}

/**
 * The address is ours by other rows, or stands below an include, and nothing in the row is anybody else's: everybody's
 * mail comes from a mailbox host's addresses, and many customers share a service's, so there the account counts.
 */
export function isFromOurAddress(row: Case): boolean {
  const { signature, sourceIp, branch, homes, sender } = row;
  if (strangersIn(row).length > 0) return false;
  if (
    signature.spf.some(({ domain, result }) => result === 'pass' && !row.ours(domain)) &&
    sender.provider !== undefined
  )
    return false;
  if (branch.kind === 'include') return signature.spf.length > 0 || passes(signature) || !passesForSomebody(row);
  return branch.kind === 'open' && homes.authorised(signature.headerFrom, sourceIp);
}

/** The parts of a service's names that a tenant chose: `casaluna` in casaluna.zendesk.com. */
const tenantLabels = ({ signature, ours }: Pick<Case, 'signature' | 'ours'>): string[] =>
  [...signature.dkim, ...signature.spf]
    .filter(({ domain, result }) => result === 'pass' && !ours(domain))
    .flatMap(({ domain }) => domain.split('.').slice(0, -1));

/**
 * Whether it is another tenant's where we have one of our own: not acme.zendesk.com beside casaluna.zendesk.com. But
 * zendesk.com is nobody's, and what lies below another domain of the service need not be named by tenants.
 */
export const isOtherTenants = ({
  signature,
  ours,
  organisation,
  neighbours,
}: Pick<Case, 'signature' | 'ours' | 'organisation' | 'neighbours'>): boolean =>
  passed(signature)
    .filter((domain) => !ours(domain) && domain !== organisation(domain))
    .some((domain) => neighbours.hasTenant(signature.headerFrom, organisation(domain)));

/**
 * A tenant's name often holds ours: casaluna.zendesk.com, casaluna.onmicrosoft.com, casaluna-com.20230601.gappssmtp.com.
 * An include says the same, but for a mailbox host's, whose addresses everybody's mail comes from.
 */
export function isRelated(row: Pick<Case, 'signature' | 'branch' | 'ours' | 'organisation' | 'catalogue'>): boolean {
  const { signature, branch, organisation, catalogue } = row;
  if (branch.kind === 'include') {
    const services = branch.domains.map((domain) => catalogue.bySpfInclude(domain));
    if (services.every((service) => service?.category !== 'mailbox')) return true;
  }
  const labels = tenantLabels(row);
  if (labels.length === 0) return false;
  const home = organisation(signature.headerFrom);
  const [label = ''] = home.split('.');
  const tenant = home.replaceAll('.', '-');
  return labels.some(
    (part) =>
      part === tenant ||
      part === signature.headerFrom.replaceAll('.', '-') ||
      (label.length >= SHORTEST_TELLING_LABEL &&
        (`-${part}-`.includes(`-${label}-`) || part.replaceAll('-', '') === label.replaceAll('-', ''))),
  );
}

/** Another organisation of the same name whose mail these reports are about as well: casaluna.es and casaluna.co.uk. */
export const isCousin = ({ signature, organisation, neighbours }: Case, stranger: string): boolean => {
  const [label = ''] = organisation(signature.headerFrom).split('.');
  return (
    label.length >= SHORTEST_TELLING_LABEL &&
    stranger.split('.')[0]?.replaceAll('-', '') === label.replaceAll('-', '') &&
    neighbours.isAligned(stranger)
  );
};
