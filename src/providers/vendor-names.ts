import { sendsForCustomers } from './for-customers.ts';
import type { Provider } from './provider.ts';

/**
 * Domains of vendors' own, by the names their customers include or point keys to: mail of `mxsmtp.sendpulse.com` is SendPulse's,
 * since nobody else can have names beside `mxsspf.sendpulse.com`. A domain that two services have names below says nothing.
 */
export function vendorNames(providers: readonly Provider[]): ReadonlyMap<string, Provider> {
  const holders = new Map<string, Set<Provider>>();
  for (const provider of providers)
    for (const name of everyName(provider)) {
      const domain = registeredDomain(name);
      holders.set(domain, (holders.get(domain) ?? new Set()).add(provider));
    }
  return new Map(
    providers.filter(sendsForCustomers).flatMap((provider) =>
      [...(provider.spfIncludes ?? []), ...(provider.dkimTargets ?? [])]
        .map(registeredDomain)
        .filter((domain) => holders.get(domain)?.size === 1)
        .map((domain) => [domain, provider] as const),
    ),
  );
}

function everyName(provider: Provider): string[] {
  const { dkimDomains = [], dkimTargets = [], returnPaths = [], spfIncludes = [], mx = [], ptr = [] } = provider;
  const people = (provider.mailDomains ?? []).map((domain) => domain.replace(/^\./, ''));
  return [...dkimDomains, ...dkimTargets, ...returnPaths, ...spfIncludes, ...mx, ...ptr, ...people];
}

/** Two labels, or three below a country's `co`, `com`, `net`: good enough for the vendors we list, whose names are known. */
function registeredDomain(name: string): string {
  const labels = name.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && second.length <= 3 ? -3 : -2).join('.');
}
