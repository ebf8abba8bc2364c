import type { Catalogue } from '../providers/catalogue.ts';
import type { ProviderCategory } from '../providers/provider.ts';
import type { Branch } from './branch.ts';
import { saysResent, spfProfile, type Homes, type SpfProfile } from './homes.ts';
import type { Ours, Sender } from './identify.ts';
import type { Signature } from './signature.ts';
import type { StreamClass } from './stream.ts';

/** Services that send for their customers and for nobody else: what they sign, one of our accounts there sent. */
const SENDS_FOR_CUSTOMERS = new Set<ProviderCategory>(['transactional', 'marketing', 'crm', 'support', 'saas']);

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

export interface Verdict {
  readonly class: StreamClass;
  /** 0 to 1, that the class is right. */
  readonly confidence: number;
  /** Why not `aligned`, where that needs saying. */
  readonly because?: string;
}

export function passes({ dkimAligned, spfAligned }: Signature): boolean {
  return dkimAligned === true || spfAligned === true;
}

/** Whose mail a row is, and how it stands with DMARC. */
export function classify(row: Case): Verdict {
  return passes(row.signature) ? passing(row) : failing(row);
}

/** Aligned SPF does not survive forwarding. An aligned signature does: then the way it came shows whether it was re-sent. */
function passing(row: Case): Verdict {
  const { signature, homes } = row;
  if (signature.spfAligned === true) return { class: 'aligned', confidence: 0.99 };
  if (saysResent(signature)) return forwarded('the reporter says so', 0.95);
  if (isAuthorised(row)) return { class: 'aligned', confidence: 0.95 };

  // Some reporters leave SPF out: then nothing shows the way it came.
  if (signature.spf.length === 0) return { class: 'aligned', confidence: 0.8 };

  const profile = spfProfile(signature, row.ours, row.organisation);
  const home = ownSignatures(row)
    .map(({ domain, selector }) => homes.profileOf(domain, selector))
    .find((known) => known !== undefined);
  if (profile === 'none')
    return home === undefined || home === 'none'
      ? { class: 'aligned', confidence: 0.8 }
      : forwarded('the signature is ours, the address is not', 0.85);
  return forwarderOf(row, profile, home) ?? { class: 'aligned', confidence: 0.9 };
}

/** SPF passed for somebody else's domain: the sending service's own, or that of whoever re-sent it. */
function forwarderOf(row: Case, profile: SpfProfile, home: SpfProfile | undefined): Verdict | undefined {
  const { signature, sender, catalogue } = row;
  const [envelope = ''] = signature.spf.filter(({ result }) => result === 'pass').map(({ domain }) => domain);
  const returnPath = catalogue.byReturnPath(envelope);
  const resigned = signature.dkim
    .filter(({ result }) => result === 'pass')
    .map((own) => catalogue.byDkimDomain(own.domain) ?? catalogue.bySelector(own.selector ?? '').alone[0]);
  if ([returnPath, ...resigned].some((service) => service?.category === 'forwarder'))
    return forwarded(`re-sent by ${envelope}`, 0.95);
  if (returnPath !== undefined && SENDS_FOR_CUSTOMERS.has(returnPath.category)) return undefined;
  // Bounces and auto-replies have no envelope-from: SPF then passes for the HELO name, the service's own host.
  if (sender.provider !== undefined && catalogue.byPtr(envelope) === sender.provider) return undefined;
  if (home === undefined || home === profile) return undefined;
  return forwarded(`re-sent by ${envelope}`, 0.85);
}

function failing(row: Case): Verdict {
  const { signature, sender, homes } = row;
  if (saysResent(signature)) return forwarded('the reporter says so', 0.9);
  if (isAuthorised(row)) return fixable('the address is authorised by the domain', 0.9);
  // Ours, but the alignment asked for is strict (RFC 9989 §4.4).
  const own = ownSignatures(row);
  if (own.some(({ result }) => result === 'pass')) return fixable('signed by the same organisation, not aligned', 0.95);

  const service = sender.provider;
  // A service's address alone says nothing: others send through it as well, in our name if they like.
  const confirmed = sender.evidence.some(
    ({ provider, kind }) =>
      provider === service?.id && kind !== 'claim' && (kind !== 'learned' || passesForSomebody(row)),
  );
  if (service?.category === 'forwarder' && confirmed) return forwarded(`re-sent by ${service.name}`, 0.9);
  if (service !== undefined && confirmed && SENDS_FOR_CUSTOMERS.has(service.category))
    return fixable(`sent through ${service.name}`, isRelated(row) ? 0.95 : 0.75);

  const broken = own.find(({ domain, selector }) => homes.profileOf(domain, selector) !== undefined);
  if (broken !== undefined)
    return service !== undefined && confirmed && isRelated(row)
      ? fixable('the signature does not verify', 0.7)
      : forwarded('the signature is ours and was broken on the way', passesForSomebody(row) ? 0.85 : 0.6);
  if (service !== undefined && confirmed) {
    if (isRelated(row)) return fixable(`sent through ${service.name}`, 0.85);
    // A mailbox host signs for everybody who has a mailbox there: mostly people forwarding their mail.
    if (service.category === 'mailbox') return forwarded(`re-sent by a mailbox at ${service.name}`, 0.5);
  }
  if (passesForSomebody(row))
    return { class: 'suspicious', confidence: 0.7, because: 'authenticated for another domain only' };
  return { class: 'suspicious', confidence: 0.85, because: 'nothing in it is ours' };
}

const forwarded = (because: string, confidence: number): Verdict => ({ class: 'forwarded', confidence, because });
const fixable = (because: string, confidence: number): Verdict => ({ class: 'fixable', confidence, because });

const ownSignatures = ({ signature, ours }: Case): Signature['dkim'] =>
  signature.dkim.filter(({ domain, result }) => result !== 'none' && ours(domain));

function passesForSomebody({ signature }: Case): boolean {
  return [...signature.dkim, ...signature.spf].some(({ result }) => result === 'pass');
}

/** The domain itself vouches for the address: in its SPF record, or by an SPF pass in this period. */
function isAuthorised(row: Case): boolean {
  const { signature, sourceIp, branch, ours, homes, sender, catalogue } = row;
  const passed = signature.spf.filter(({ result }) => result === 'pass').map(({ domain }) => domain);
  if (passed.some((domain) => ours(domain))) return true;
  if (branch.kind === 'own') return true;
  if (branch.kind === 'include') {
    const service = branch.domains.map((domain) => catalogue.bySpfInclude(domain)).find((known) => known !== undefined);
    // Everybody's mail comes from a mailbox host's addresses, forwarded mail too: there the envelope tells.
    return (service !== undefined && SENDS_FOR_CUSTOMERS.has(service.category)) || passed.length === 0;
  }
  // Many customers share a service's addresses: there it is the account that counts, not the address.
  return sender.provider === undefined && branch.kind === 'open' && homes.authorised(signature.headerFrom, sourceIp);
}

/** A tenant's name often holds ours: casaluna.zendesk.com, casaluna.onmicrosoft.com. */
function isRelated({ signature, branch, organisation }: Case): boolean {
  if (branch.kind === 'include') return true;
  const [label = ''] = organisation(signature.headerFrom).split('.');
  if (label.length < 4) return false;
  const names = [...signature.dkim, ...signature.spf]
    .filter(({ result }) => result === 'pass')
    .map(({ domain }) => domain);
  return names.some((name) => name.split(/[.-]/).includes(label));
}
