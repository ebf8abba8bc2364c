import { isSubdomainOf } from '../protocols/domain.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Attribution } from '../streams/attribute.ts';
import type { Tallies } from '../streams/tally.ts';
import type { Change, WithdrawnSelector } from './change.ts';

export interface UnseenInput {
  readonly change: Change;
  readonly tallies: Tallies;
  readonly attributions: readonly Attribution[];
  readonly catalogue: Catalogue;
}

/**
 * What is to be withdrawn and no message of the period shows, as phrases: a mistyped name would otherwise be told that
 * nothing is lost.
 */
export function unseenWithdrawals({ change, tallies, attributions, catalogue }: UnseenInput): string[] {
  const { selectors, providers, withoutDomains } = change;
  if (selectors.length + providers.length + withoutDomains.length === 0) return [];
  const keys = new Set<string>();
  const services = new Set<string>();
  const domains = new Set<string>();
  for (const { key, signature } of tallies.all()) {
    const provider = attributions[key]?.stream.provider;
    if (provider !== undefined) services.add(provider);
    for (const { domain, selector = '' } of signature.dkim) {
      domains.add(domain);
      keys.add(`${selector.toLowerCase()} ${domain}`);
      for (const { id } of catalogue.bySelector(selector).alone) services.add(id);
    }
    for (const { domain } of signature.spf) domains.add(domain);
  }
  const isSeen = ({ selector, domain }: WithdrawnSelector): boolean => {
    const wanted = `${selector.toLowerCase()} `;
    return domain === undefined ? [...keys].some((key) => key.startsWith(wanted)) : keys.has(wanted + domain);
  };
  return [
    ...selectors
      .filter((one) => !isSeen(one))
      .map(({ selector, domain }) => `the DKIM key ${selector}${domain === undefined ? '' : ` of ${domain}`}`),
    ...providers.filter((id) => !services.has(id)),
    ...withoutDomains.filter((gone) => ![...domains].some((domain) => isSubdomainOf(domain, gone))),
  ];
}
