import type { Provider } from '../providers/provider.ts';
import {
  isBare,
  isCousin,
  isFromOurAddress,
  isInOurRecord,
  isOtherTenants,
  isRelated,
  isWrittenThere,
  ownSignatures,
  passesForSomebody,
  strangersIn,
  type Case,
} from './case.ts';
import type { Verdict } from './verdict.ts';
import { saysResent, UNSAID } from './spf-profile.ts';
import { passing } from './passing.ts';
import { sendsForCustomers } from '../providers/for-customers.ts';

/** Ours with something left to set up, re-sent and damaged, or forged: what failed DMARC may be any of these. */
export function failing(row: Case): Verdict {
  const { signature, homes, ours } = row;
  if (saysResent(signature)) return forwarded('the reporter says so', 0.9);
  const own = ownSignatures(row);
  // Ours, but the alignment asked for is strict (RFC 9989 §4.4).
  if (own.some(({ result }) => result === 'pass')) {
    const verdict = passing(row);
    return verdict.class === 'aligned' ? fixable('signed by the same organisation, not aligned', 0.95) : verdict;
  }
  const isBroken = own.some(({ domain, selector }) => homes.profilesOf(domain, selector) !== undefined);
  const strangers = strangersIn(row);
  if (strangers.length > 0) return ofStrangers(row, strangers, isBroken);
  if (isInOurRecord(row)) return fixable('the address is authorised by the domain', 0.9);

  const service = confirmedService(row);
  if (service !== undefined) {
    const told = ofService(row, service, isBroken);
    if (told !== undefined) return told;
  }
  if (isFromOurAddress(row)) return fixable('the address is authorised by the domain', isBare(signature) ? 0.55 : 0.85);
  if (isBroken) return forwarded('the signature is ours and was broken on the way', passesForSomebody(row) ? 0.6 : 0.5);
  if (homes.standing(signature.headerFrom, row.sourceIp) === 'away' && !passesForSomebody(row))
    return forwarded('the address re-sends mail of ours', 0.6);
  if (passesForSomebody(row)) return suspicious('authenticated for another domain only', 0.6);
  // A machine of ours may name itself as envelope and be forgotten in SPF; but so may anybody.
  const isUnsaid = isBare(signature) || signature.spf.some(({ domain, result }) => UNSAID.has(result) && ours(domain));
  return suspicious('nothing in it is ours', isUnsaid || row.sender.evidence.length > 0 ? 0.6 : 0.85);
}

/** Somebody authenticated who is neither we nor a service: the mail is theirs, unless they only re-sent it. */
function ofStrangers(row: Case, strangers: readonly string[], isBroken: boolean): Verdict {
  const { signature, homes, branch, catalogue } = row;
  const forwarder = signature.dkim.find(
    ({ selector, result }) =>
      result === 'pass' && catalogue.bySelector(selector ?? '').alone.some(({ category }) => category === 'forwarder'),
  );
  if (forwarder !== undefined) return forwarded(`re-sent by ${forwarder.domain}`, 0.9);
  if (branch.kind === 'own') return fixable('the address is authorised by the domain', 0.9);
  if (strangers.every((stranger) => isCousin(row, stranger)))
    return fixable(`sent by ${strangers.join(', ')}, whose mail these reports are about as well`, 0.8);
  const resender = strangers.find((stranger) => homes.resends(signature.headerFrom, stranger));
  if (resender !== undefined) return forwarded(`re-sent by ${resender}`, 0.7);
  // A list breaks the signature and signs itself; who copies a selector leaves the same row.
  if (isBroken) return forwarded('the signature is ours and was broken on the way', 0.6);
  return suspicious('authenticated for another domain only', 0.6);
}

/** The service that carried it for certain; an address, or other rows, alone do not say so. */
function confirmedService(row: Case): Provider | undefined {
  const { sender } = row;
  return sender.evidence.some(
    ({ provider, kind }) =>
      provider === sender.provider?.id &&
      kind !== 'claim' &&
      ((kind !== 'learned' && kind !== 'network') || passesForSomebody(row)),
  )
    ? sender.provider
    : undefined;
}

function ofService(row: Case, service: Provider, isBroken: boolean): Verdict | undefined {
  const { signature } = row;
  const sent = `sent through ${service.name}`;
  if (service.category === 'forwarder') return forwarded(`re-sent by ${service.name}`, 0.9);
  if (sendsForCustomers(service)) {
    if (isRelated(row)) return fixable(sent, 0.95);
    // Where SPF is left out, nothing in the row has a tenant's name.
    if (signature.spf.length > 0 && isOtherTenants(row))
      return suspicious(`sent through ${service.name} by a tenant of another name than ours`, 0.6);
    return fixable(isBroken ? sent : `${sent}, if the account is ours`, isBroken ? 0.7 : 0.55);
  }
  if (isRelated(row)) return fixable(isBroken ? 'the signature does not verify' : sent, isBroken ? 0.7 : 0.85);
  // A mailbox host signs for everybody who has a mailbox there: mostly people forwarding their mail.
  if (service.category === 'mailbox' && !isBroken && passesForSomebody(row) && !isWrittenThere(row))
    return forwarded(`re-sent by a mailbox at ${service.name}`, 0.5);
  return undefined;
}

const forwarded = (because: string, confidence: number): Verdict => ({ class: 'forwarded', confidence, because });
const fixable = (because: string, confidence: number): Verdict => ({ class: 'fixable', confidence, because });
const suspicious = (because: string, confidence: number): Verdict => ({ class: 'suspicious', confidence, because });
