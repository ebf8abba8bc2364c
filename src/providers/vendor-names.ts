import { sendsForCustomers } from './for-customers.ts';
import type { Provider } from './provider.ts';

/**
 * Domains of vendors' own, for services that send for their customers: what they sign as, return to or write from, and what
 * lies beside the names their customers include or point keys to. Mail of `mxsmtp.sendpulse.com` is SendPulse's, since
 * nobody else can have names beside `mxsspf.sendpulse.com`. A domain that two services have names below says nothing.
 */
export function vendorNames(providers: readonly Provider[]): ReadonlyMap<string, Provider> {
  const senders = providers.filter(sendsForCustomers);
  const holders = holdersOf(providers, (provider) => everyName(provider).map(registeredDomain));
  const users = holdersOf(providers, everyName);
  return new Map([
    ...whole(senders, besides, holders),
    // The name itself after the domain it may lie below, which says less.
    ...whole(senders, usedNames, users),
  ]);
}

const besides = ({ spfIncludes = [], dkimTargets = [] }: Provider): string[] =>
  [...spfIncludes, ...dkimTargets].map(registeredDomain);
/** A service that signs as a domain may return to it as well, and the other way round. */
const usedNames = ({ dkimDomains = [], returnPaths = [], ownDomains = [] }: Provider): string[] => [
  ...dkimDomains,
  ...returnPaths,
  ...ownDomains,
];

type Holders = ReadonlyMap<string, ReadonlySet<Provider>>;

function holdersOf(providers: readonly Provider[], namesOf: (provider: Provider) => readonly string[]): Holders {
  const holders = new Map<string, Set<Provider>>();
  for (const provider of providers)
    for (const name of namesOf(provider)) holders.set(name, (holders.get(name) ?? new Set()).add(provider));
  return holders;
}

/** Names only one provider has. */
const whole = (
  providers: readonly Provider[],
  namesOf: (provider: Provider) => readonly string[],
  holders: Holders,
): (readonly [name: string, provider: Provider])[] =>
  providers.flatMap((provider) =>
    namesOf(provider)
      .filter((name) => holders.get(name)?.size === 1)
      .map((name) => [name, provider] as const),
  );

function everyName(provider: Provider): string[] {
  const { dkimDomains = [], dkimTargets = [], returnPaths = [], ownDomains = [], spfIncludes = [] } = provider;
  const { mx = [], ptr = [] } = provider;
  const people = (provider.mailDomains ?? []).map((domain) => domain.replace(/^\./, ''));
  return [...dkimDomains, ...dkimTargets, ...returnPaths, ...ownDomains, ...spfIncludes, ...mx, ...ptr, ...people];
}

/** Two labels, or three below a country's `co`, `com`, `net`: good enough for the vendors we list, whose names are known. */
function registeredDomain(name: string): string {
  const labels = name.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && second.length <= 3 ? -3 : -2).join('.');
}
