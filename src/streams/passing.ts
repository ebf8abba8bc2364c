import type { Provider } from '../providers/provider.ts';
import { isInOurRecord, isRelated, ownSignatures, type Case } from './case.ts';
import type { Verdict } from './verdict.ts';
import { isByAddress, REFUSED, saysResent, spfProfile, UNSAID, type SpfProfile } from './spf-profile.ts';
import { NAMED } from './identify.ts';
import { sendsForCustomers } from '../providers/for-customers.ts';

/** Aligned SPF does not survive forwarding. An aligned signature does: then the way it came shows whether it was re-sent. */
export function passing(row: Case): Verdict {
  const { signature, homes, sourceIp } = row;
  if (signature.spfAligned === true) return aligned(0.99);
  if (saysResent(signature)) return forwarded('the reporter says so', 0.95);
  const resender = resenderOf(row);
  if (resender !== undefined) return forwarded(`re-sent by ${resender}`, 0.95);
  if (isInOurRecord(row)) return aligned(0.95);

  const profile = spfProfile(signature, row.ours, row);
  const standing = homes.standing(signature.headerFrom, sourceIp);
  if (profile === 'unsaid' || profile === 'unknown') return untold(row, standing, profile);
  if (profile.startsWith('at ')) return aligned(0.9);
  if (isByAddress(profile)) {
    if (homes.authorised(signature.headerFrom, sourceIp) && !isOthersMailboxHost(row)) return aligned(0.9);
    if (isUnlistedHostOfSender(row)) return aligned(0.7);
    const service = notSentBy(row);
    if (service !== undefined) return forwarded(`${service.name} does not send from the address`, 0.8);
    if (standing === 'home' && isKeyless(row)) return aligned(0.6);
    if (comesFromHome(row, profile)) return aligned(0.6);
    return forwarded('the signature is ours, the address is not', 0.85);
  }
  const envelope = envelopeOf(row);
  if (isHostOfSender(row) || isFromSendersNetwork(row)) return aligned(0.85);
  if (homes.replays(signature.headerFrom, envelope))
    return {
      class: 'suspicious',
      confidence: 0.6,
      because: `${envelope} sends mail with our signature many times more often than we do: a replayed message`,
    };
  if (homes.resends(signature.headerFrom, envelope)) return forwarded(`re-sent by ${envelope}`, 0.9);
  if (comesFromHome(row, profile)) return aligned(0.6);
  return forwarded(`re-sent by ${envelope}`, 0.85);
}

/** Nothing shows the way it came: the reporter leaves SPF out, or DNS failed it. */
function untold(row: Case, standing: 'home' | 'away' | undefined, profile: 'unsaid' | 'unknown'): Verdict {
  const { signature, homes, sender } = row;
  if (standing === 'away') return forwarded('the address re-sends mail of ours', 0.7);
  if (standing === 'home') return aligned(0.9);
  if (sender.provider !== undefined && sendsForCustomers(sender.provider)) return aligned(0.8);
  if (isRelated(row)) return aligned(0.8);
  if (profile === 'unknown') return aligned(0.6);
  const known = homes.ofOrganisation(signature.headerFrom);
  const onlyAligned = known !== undefined && [...known].every((one) => one === 'aligned');
  // The reporter says that SPF did not align, and all that comes from its home does.
  if (signature.spfAligned === false && onlyAligned) return forwarded('at home, SPF aligns as well', 0.55);
  return aligned(0.6);
}

/** The reporter leaves out selectors. */
const isKeyless = (row: Case): boolean => ownSignatures(row).every(({ selector }) => (selector ?? '') === '');

/** The domain SPF passed for; empty where it passed for none. */
const envelopeOf = ({ signature: { spf } }: Case): string =>
  (
    spf.find(({ result, scope }) => result === 'pass' && scope !== 'helo') ??
    spf.find(({ result }) => result === 'pass')
  )?.domain ?? '';

/** Whether mail comes like this from where it starts. Where nothing is known of that, it is taken to. */
function comesFromHome(row: Case, profile: SpfProfile): boolean {
  const own = ownSignatures(row).filter(({ selector, result }) => result === 'pass' && (selector ?? '') !== '');
  if (own.length > 0)
    return own.some(
      ({ domain, selector }) =>
        row.homes.profilesOf(domain, selector)?.has(profile) === true &&
        (!isByAddress(profile) || row.homes.isHomeAddress(domain, selector, row.sourceIp)),
    );
  return row.homes.ofOrganisation(row.signature.headerFrom)?.has(profile) !== false;
}

/** Bounces and auto-replies have no envelope-from: SPF then passes for the HELO name, the service's own host. */
function isHostOfSender(row: Case): boolean {
  const { sender, catalogue } = row;
  const envelope = envelopeOf(row);
  // yahoo.com names hosts, and people's addresses as well: these re-send.
  if (catalogue.byMailDomain(envelope) !== undefined) return false;
  return sender.provider !== undefined && catalogue.byPtr(envelope) === sender.provider;
}

/** The same of a host that has no SPF record of its own, and nothing but the HELO name was there to be asked about. */
function isUnlistedHostOfSender({ signature: { spf }, sender: { provider }, network, catalogue }: Case): boolean {
  if (provider === undefined || network?.id !== provider.id) return false;
  return spf.every(({ domain, result }) => UNSAID.has(result) && catalogue.byPtr(domain) === provider);
}

/** The service whose envelope it has and whose SPF record refuses the address: others handed it over. */
function notSentBy({ signature: { spf }, network, catalogue }: Case): Provider | undefined {
  const services = spf
    .filter(({ result }) => REFUSED.has(result))
    .map(({ domain }) => catalogue.byReturnPath(domain))
    .filter((service) => service !== undefined && sendsForCustomers(service));
  return services.find((service) => network === undefined || !isOn(service, network));
}

/** Our key is a service's, and the address a mailbox host's: that we send from there as well does not make it the key's home. */
const isOthersMailboxHost = ({ sender: { provider }, network }: Case): boolean =>
  provider !== undefined && sendsForCustomers(provider) && network?.category === 'mailbox' && !isOn(provider, network);

const isOn = (service: Provider | undefined, network: Provider): boolean =>
  service?.id === network.id || service?.runsOn?.includes(network.id) === true;

/** Our key is a service's, and so is the address; it re-sends nothing, so the envelope is one of its own we do not know. */
function isFromSendersNetwork({ sender: { provider, evidence }, network }: Case): boolean {
  if (provider === undefined || network === undefined || !sendsForCustomers(provider)) return false;
  if (!isOn(provider, network)) return false;
  // Lists and forwarders rent such networks, too: that the address is a service's does not make our key its own.
  return evidence.some(({ kind, provider: id }) => id === provider.id && kind !== 'network' && kind !== 'claim');
}

/** A service that signed or carried mail on its way, which is not the service it comes from. */
function resenderOf(row: Case): string | undefined {
  const { signature, sender, catalogue, ours } = row;
  const envelope = envelopeOf(row);
  if (catalogue.byReturnPath(envelope)?.category === 'forwarder') return envelope;
  const signers = signature.dkim
    .filter(({ result }) => result === 'pass')
    .map(({ domain, selector }) => {
      const bySelector = catalogue.bySelector(selector ?? '').alone[0];
      // Forwarders sign in the name of whose mail they re-send, with a selector of their own.
      if (ours(domain) || bySelector?.category === 'forwarder') return { domain, service: bySelector };
      return { domain, service: catalogue.byDkimDomain(domain) };
    });
  const forwarder = signers.find(({ service }) => service?.category === 'forwarder');
  if (forwarder !== undefined) return envelope === '' ? forwarder.domain : envelope;
  // Our key belongs to one service, and somebody's mailbox at another signed over it.
  const keyHolder = sender.evidence.find(({ kind, weight }) => kind === 'dkim-selector' && weight >= NAMED)?.provider;
  if (keyHolder === undefined || isRelated(row)) return undefined;
  return signers.find(
    ({ domain, service }) => !ours(domain) && service?.category === 'mailbox' && service.id !== keyHolder,
  )?.domain;
}

const aligned = (confidence: number): Verdict => ({ class: 'aligned', confidence });
const forwarded = (because: string, confidence: number): Verdict => ({ class: 'forwarded', confidence, because });
