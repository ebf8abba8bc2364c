import { sendsForCustomers } from './for-customers.ts';
import type { Provider } from './provider.ts';

/** A name shorter than this is a word that anybody may call a key. */
const SHORTEST_NAME = 6;
/**
 * What keys are called for what they sign, for the host they lie on, or for a program that runs on a server of one's own,
 * though services go by these names, too.
 */
const WORDS = new Set(
  (
    'acoustic acymailing apollo campaigner cordial cornerstone crescendo customer discourse gitlab groove helpdesk monday noreply ' +
    'outreach posthog square teamwork transmit workshop'
  ).split(' '),
);

/**
 * Services by what customers call their keys where the vendor lets them choose: pipedrive, helpscout2. A name two services
 * could go by says nothing.
 */
export function namedKeys(providers: readonly Provider[]): (selector: string) => Provider | undefined {
  const named = new Map<string, Provider | undefined>();
  for (const provider of providers.filter(sendsForCustomers))
    for (const name of namesOf(provider)) named.set(name, named.has(name) ? undefined : provider);
  const joined = (selector: string): string => selector.replaceAll(/[-_]/g, '');
  return (selector) => named.get(joined(selector)) ?? named.get(joined(selector.replace(/\d{1,3}$/, '')));
}

const namesOf = ({ id, ownDomains = [] }: Provider): readonly string[] =>
  [
    ...new Set([
      id.replaceAll('-', ''),
      ...ownDomains.map((domain) => (domain.split('.')[0] ?? '').replaceAll('-', '')),
    ]),
  ].filter((name) => name.length >= SHORTEST_NAME && !WORDS.has(name));
