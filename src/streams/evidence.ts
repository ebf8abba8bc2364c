import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { serviceOfInclude, type Branch } from './branch.ts';
import type { Ours } from './ours.ts';
import type { Lessons } from './lessons.ts';
import { sendsForCustomers } from '../providers/for-customers.ts';
import type { Signature } from './signature.ts';
import type { Evidence } from './stream.ts';

/** Weights: how often each kind of evidence alone names the right service. A claim is what anybody can write. */
const WEIGHT = {
  dkimDomain: 0.95,
  selectorAlone: 0.9,
  selectorWeak: 0.3,
  returnPath: 0.85,
  vendorDkim: 0.85,
  vendorReturnPath: 0.7,
  spfRecord: 0.75,
  ownDomain: 0.5,
  ownRecord: 0.7,
  learnedKey: 0.8,
  learnedReturnPath: 0.7,
  learnedAddress: 0.6,
  network: 0.7,
  sharedNetwork: 0.3,
  unverifiedSelector: 0.6,
  claim: 0.15,
  weakClaim: 0.05,
} as const;

export function dkimEvidence(signature: Signature, ours: Ours, catalogue: Catalogue): Evidence[] {
  return signature.dkim.flatMap(({ domain, selector, result }): Evidence[] => {
    const passed = result === 'pass';
    if (!ours(domain)) {
      const known = catalogue.byDkimDomain(domain);
      const provider = known ?? catalogue.byVendorName(domain);
      const weight = !passed ? WEIGHT.claim : known === undefined ? WEIGHT.vendorDkim : WEIGHT.dkimDomain;
      return provider === undefined
        ? []
        : [{ kind: passed ? 'dkim-domain' : 'claim', what: `d=${domain}`, provider: provider.id, weight }];
    }
    if (selector === undefined || selector === '') return [];
    const { alone, weak } = catalogue.bySelector(selector);
    return [...alone, ...weak].map((provider) => ({
      ...selectorEvidence(selector, passed, alone.includes(provider), signature),
      provider: provider.id,
    }));
  });
}

/** Who passes SPF for us has no reason to copy a selector: a signature that did not verify there was put on by its signer. */
function selectorEvidence(
  selector: string,
  passed: boolean,
  isAlone: boolean,
  { spfAligned }: Signature,
): Pick<Evidence, 'kind' | 'what' | 'weight'> {
  const what = `selector ${selector}`;
  if (passed) return { kind: 'dkim-selector', what, weight: isAlone ? WEIGHT.selectorAlone : WEIGHT.selectorWeak };
  if (isAlone && spfAligned === true)
    return { kind: 'dkim-selector', what: `${what}, not verified`, weight: WEIGHT.unverifiedSelector };
  return { kind: 'claim', what, weight: isAlone ? WEIGHT.claim : WEIGHT.weakClaim };
}

export function spfEvidence(signature: Signature, ours: Ours, catalogue: Catalogue): Evidence[] {
  return signature.spf.flatMap(({ domain, result }): Evidence[] => {
    const passed = result === 'pass';
    if (ours(domain))
      return passed ? [{ kind: 'own-domain', what: `SPF passed for ${domain}`, weight: WEIGHT.ownDomain }] : [];
    const known = catalogue.byReturnPath(domain);
    const provider = known ?? catalogue.byVendorName(domain);
    if (provider === undefined) return [];
    const weight = !passed ? WEIGHT.claim : known === undefined ? WEIGHT.vendorReturnPath : WEIGHT.returnPath;
    return [{ kind: passed ? 'return-path' : 'claim', what: `envelope-from ${domain}`, provider: provider.id, weight }];
  });
}

export function branchEvidence(branch: Branch, catalogue: Catalogue): Evidence[] {
  if (branch.kind === 'own')
    return [{ kind: 'spf-record', what: `${branch.term} of the SPF record`, weight: WEIGHT.ownRecord }];
  if (branch.kind !== 'include') return [];
  const provider = serviceOfInclude(branch.domains, catalogue);
  const what = `include:${branch.domains[0] ?? ''} of the SPF record`;
  if (provider === undefined) return [{ kind: 'spf-record', what, weight: WEIGHT.ownDomain }];
  return [{ kind: 'spf-record', what, provider: provider.id, weight: WEIGHT.spfRecord }];
}

/**
 * An address is no forgery, but it only names who handed the message over. Services that send for customers re-send
 * nothing; from a mailbox host's or a forwarder's network others' mail comes as well, unless SPF passed for us there.
 */
export function networkEvidence(signature: Signature, network: Provider | undefined): Evidence[] {
  if (network === undefined) return [];
  const isSure = sendsForCustomers(network) || signature.spfAligned === true;
  const weight = isSure ? WEIGHT.network : WEIGHT.sharedNetwork;
  return [{ kind: 'network', what: `an address of ${network.name}`, provider: network.id, weight }];
}

export function learnedEvidence(
  signature: Signature,
  ours: Ours,
  lessons: Lessons,
  address: number | undefined,
  isNamed: boolean,
): Evidence[] {
  const learned = (what: string, provider: string | undefined, weight: number): Evidence[] =>
    provider === undefined ? [] : [{ kind: 'learned', what, provider, weight }];
  const own = signature.dkim.filter(({ domain, result }) => result === 'pass' && ours(domain));
  const keyless = own.every(({ selector = '' }) => selector === '');
  const ofAddress =
    address === undefined
      ? undefined
      : (lessons.ofAddress(address) ?? (keyless ? lessons.ofKeyOfAddress(address) : undefined));
  return [
    ...own.flatMap(({ domain, selector = '' }) =>
      learned(
        `key ${selector} of ${domain}, named by other rows`,
        lessons.ofKey(domain, selector) ?? (isNamed ? undefined : lessons.ofCommonKey(domain, selector)),
        WEIGHT.learnedKey,
      ),
    ),
    ...signature.spf
      .filter(({ domain, result }) => result === 'pass' && ours(domain) && domain !== signature.headerFrom)
      .flatMap(({ domain }) =>
        learned(`return path ${domain}, named by other rows`, lessons.ofReturnPath(domain), WEIGHT.learnedReturnPath),
      ),
    ...learned('the address, named by other rows', ofAddress, WEIGHT.learnedAddress),
  ];
}
