import {
  isAuthorised,
  isRelated,
  isWrittenThere,
  ownSignatures,
  passes,
  passesForSomebody,
  SENDS_FOR_CUSTOMERS,
  type Case,
} from './case.ts';
import { saysResent, spfProfile, type SpfProfile } from './homes.ts';
import { NAMED } from './identify.ts';
import type { StreamClass } from './stream.ts';

export interface Verdict {
  readonly class: StreamClass;
  /** 0 to 1, that the class is right. */
  readonly confidence: number;
  /** Why not `aligned`, where that needs saying. */
  readonly because?: string;
}

/** Whose mail a row is, and how it stands with DMARC. */
export function classify(row: Case): Verdict {
  return passes(row.signature) ? passing(row) : failing(row);
}

/** Aligned SPF does not survive forwarding. An aligned signature does: then the way it came shows whether it was re-sent. */
function passing(row: Case): Verdict {
  const { signature } = row;
  if (signature.spfAligned === true) return { class: 'aligned', confidence: 0.99 };
  if (saysResent(signature)) return forwarded('the reporter says so', 0.95);
  if (isAuthorised(row)) return { class: 'aligned', confidence: 0.95 };
  const resender = resenderOf(row);
  if (resender !== undefined) return forwarded(`re-sent by ${resender}`, 0.95);

  // Some reporters leave SPF out: then nothing shows the way it came.
  if (signature.spf.length === 0) return { class: 'aligned', confidence: 0.8 };

  const profile = spfProfile(signature, row.ours, row.organisation);
  if (profile === 'none')
    return comesFromHome(row, profile)
      ? { class: 'aligned', confidence: 0.8 }
      : forwarded('the signature is ours, the address is not', 0.85);
  if (sentForUs(row) || comesFromHome(row, profile)) return { class: 'aligned', confidence: 0.9 };
  return forwarded(`re-sent by ${envelopeOf(row)}`, 0.85);
}

/** The domain SPF passed for; empty where it passed for none. */
const envelopeOf = ({ signature }: Case): string => signature.spf.find(({ result }) => result === 'pass')?.domain ?? '';

/** Whether mail comes like this from where it starts. Where nothing is known of that, it is taken to. */
function comesFromHome(row: Case, profile: SpfProfile): boolean {
  const own = ownSignatures(row).filter(({ selector }) => (selector ?? '') !== '');
  const home = own
    .map(({ domain, selector }) => row.homes.profileOf(domain, selector))
    .find((known) => known !== undefined);
  if (home !== undefined) return home === profile;
  return own.length > 0 || row.homes.isHome(row.signature.headerFrom, profile) !== false;
}

/** A service that signed or carried mail on its way, which is not the service it comes from. */
function resenderOf(row: Case): string | undefined {
  const { signature, sender, catalogue, ours } = row;
  const envelope = envelopeOf(row);
  if (catalogue.byReturnPath(envelope)?.category === 'forwarder') return envelope;
  const signers = signature.dkim
    .filter(({ result }) => result === 'pass')
    .map(({ domain, selector }) => ({
      domain,
      service: ours(domain) ? catalogue.bySelector(selector ?? '').alone[0] : catalogue.byDkimDomain(domain),
    }));
  const forwarder = signers.find(({ service }) => service?.category === 'forwarder');
  if (forwarder !== undefined) return envelope === '' ? forwarder.domain : envelope;
  // Our key belongs to one service, and somebody's mailbox at another signed over it.
  const keyHolder = sender.evidence.find(({ kind, weight }) => kind === 'dkim-selector' && weight >= NAMED)?.provider;
  if (keyHolder === undefined || isRelated(row)) return undefined;
  return signers.find(
    ({ domain, service }) => !ours(domain) && service?.category === 'mailbox' && service.id !== keyHolder,
  )?.domain;
}

/** SPF passed for somebody else's domain, and it is that of a service that sends for us. */
function sentForUs(row: Case): boolean {
  const { sender, catalogue } = row;
  const envelope = envelopeOf(row);
  const returnPath = catalogue.byReturnPath(envelope) ?? catalogue.byDkimDomain(envelope);
  if (returnPath !== undefined && SENDS_FOR_CUSTOMERS.has(returnPath.category)) return true;
  // Bounces and auto-replies have no envelope-from: SPF then passes for the HELO name, the service's own host.
  return sender.provider !== undefined && catalogue.byPtr(envelope) === sender.provider;
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
    if (service.category === 'mailbox' && !isWrittenThere(row))
      return forwarded(`re-sent by a mailbox at ${service.name}`, 0.5);
  }
  if (passesForSomebody(row))
    return { class: 'suspicious', confidence: 0.7, because: 'authenticated for another domain only' };
  return { class: 'suspicious', confidence: 0.85, because: 'nothing in it is ours' };
}

const forwarded = (because: string, confidence: number): Verdict => ({ class: 'forwarded', confidence, because });
const fixable = (because: string, confidence: number): Verdict => ({ class: 'fixable', confidence, because });
