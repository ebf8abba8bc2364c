import { isSubdomainOf } from '../protocols/domain.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { DkimResult } from '../reports/aggregate/row.ts';
import type { Attribution } from '../streams/attribute.ts';
import type { Tallies } from '../streams/tally.ts';
import type { Change } from './change.ts';
import type { Told, UnlistedPass, Withdrawal } from './situation.ts';

export interface WithdrawalInput {
  readonly change: Change;
  readonly tallies: Tallies;
  readonly attributions: readonly Attribution[];
  readonly catalogue: Catalogue;
  /** Whether SPF is evaluated in the DNS, where a service's place in our records is taken away as well. */
  readonly spfByDns: boolean;
  readonly organisation: (domain: string) => string;
  /** `selector._domainkey.domain` names whose key the planned zone no longer has. */
  readonly lostKeys: ReadonlySet<string>;
}

/** What is taken away from DKIM and SPF; undefined where nothing is. */
export function withdrawalOf(input: WithdrawalInput): Withdrawal | undefined {
  const { change, lostKeys } = input;
  const { selectors, providers, withoutDomains } = change;
  if (selectors.length + providers.length + withoutDomains.length + lostKeys.size === 0) return undefined;
  const removed = new Set(providers);
  const isRemoved = ({ stream }: Attribution): boolean => stream.provider !== undefined && removed.has(stream.provider);
  const isWithout = (domain: string): boolean => withoutDomains.some((gone) => isSubdomainOf(domain, gone));
  const keyDomains = [
    ...selectors.map(({ domain }) => domain),
    ...Array.from(lostKeys, (name) => name.slice(name.indexOf('._domainkey.') + '._domainkey.'.length)),
  ];
  /** Whether what passed may rest on this domain; undefined is every domain. */
  const mayRestOn = (domain: string | undefined, { fromDomain, mode }: UnlistedPass): boolean =>
    domain === undefined ||
    domain === fromDomain ||
    (mode === 'r' && input.organisation(domain) === input.organisation(fromDomain));
  const serviceKey = removed.size === 0 ? undefined : serviceKeys(input, removed);
  return {
    key(signature, attribution) {
      if (isWithout(signature.domain)) return 'yes';
      const selected = bySelector(signature, selectors, lostKeys);
      if (selected === 'yes' || serviceKey === undefined) return selected;
      const served = isRemoved(attribution) ? 'yes' : serviceKey(signature);
      return served === 'no' ? selected : served;
    },
    envelope: (domain, attribution) => isWithout(domain) || (!input.spfByDns && isRemoved(attribution)),
    unlisted(pass, attribution) {
      const { method, fromDomain, mode } = pass;
      // What a service's own stream passes by is the service's, listed or not.
      if (isRemoved(attribution)) return 'yes';
      // Below a domain that goes, all goes; mail from there may still rest on a domain above it.
      if (isWithout(mode === 's' ? fromDomain : input.organisation(fromDomain))) return 'yes';
      if (removed.size > 0 && attribution.stream.provider === undefined) return 'unknown';
      const concerned = method === 'spf' ? withoutDomains : [...keyDomains, ...withoutDomains];
      return concerned.some((domain) => mayRestOn(domain, pass)) ? 'unknown' : 'no';
    },
  };
}

/** A reporter that leaves the selector out leaves open which key it was. */
function bySelector(
  { domain, selector = '' }: DkimResult,
  selectors: Change['selectors'],
  lostKeys: ReadonlySet<string>,
): Told {
  const concerned = selectors.filter((gone) => gone.domain === undefined || gone.domain === domain);
  if (selector === '') {
    const mayBeLost = [...lostKeys].some((name) => name.endsWith(`._domainkey.${domain}`));
    return concerned.length > 0 || mayBeLost ? 'unknown' : 'no';
  }
  const folded = selector.toLowerCase();
  if (lostKeys.has(keyName(folded, domain))) return 'yes';
  return concerned.some((gone) => gone.selector.toLowerCase() === folded) ? 'yes' : 'no';
}

export const keyName = (selector: string, domain: string): string => `${selector.toLowerCase()}._domainkey.${domain}`;

/**
 * Whose key a signature was made with: the service whose selector it is, else the one whose mail most of it is on. That is
 * how forwarded copies, of which no stream tells the service, lose what their originals lose.
 */
function serviceKeys(
  { tallies, attributions, catalogue }: WithdrawalInput,
  removed: ReadonlySet<string>,
): (signature: DkimResult) => Told {
  const uses = new Map<string, Map<string, number>>();
  for (const { key, signature, messages } of tallies.all()) {
    const provider = attributions[key]?.stream.provider;
    if (provider === undefined) continue;
    for (const { domain, selector, result } of signature.dkim) {
      if (result !== 'pass') continue;
      const name = keyName(selector ?? '', domain);
      const counts = uses.get(name) ?? new Map<string, number>();
      counts.set(provider, (counts.get(provider) ?? 0) + messages);
      uses.set(name, counts);
    }
  }
  return ({ domain, selector = '' }) => {
    const named = catalogue.bySelector(selector).alone;
    if (named.some(({ id }) => removed.has(id))) return 'yes';
    const counts = uses.get(keyName(selector, domain));
    if (counts === undefined) return 'no';
    // Without a selector the keys of several services look alike.
    if (selector === '') return [...counts.keys()].some((id) => removed.has(id)) ? 'unknown' : 'no';
    const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return most !== undefined && removed.has(most[0]) ? 'yes' : 'no';
  };
}
