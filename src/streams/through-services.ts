import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { sendsForCustomers } from '../providers/for-customers.ts';
import type { Attribution } from './attribution.ts';
import type { Group } from './groups.ts';
import type { Tallies } from './tally.ts';

/** What an organisation's mail through a service was judged to be, most messages first; undefined where it has none there. */
export type ThroughService = (organisation: string, service: Provider) => Attribution | undefined;

/**
 * Which services the organisations of a period send through. An address alone names nobody's account; but a service one
 * sends through all day is a likelier sender of a row that says nothing than somebody else who happens to be there.
 */
export function throughServices(
  groups: readonly Group[],
  attributions: readonly Attribution[],
  tallies: Tallies,
  organisation: (domain: string) => string,
  catalogue: Catalogue,
): ThroughService {
  const messages = new Map<string, Map<Attribution, number>>();
  for (const { signature, keys } of groups) {
    const home = organisation(signature.headerFrom);
    for (const key of keys) {
      const attribution = attributions[key];
      const provider = attribution === undefined ? undefined : serviceOf(attribution, catalogue);
      if (attribution === undefined || provider === undefined) continue;
      for (const id of [provider.id, ...(provider.runsOn ?? [])]) {
        const about = `${home} ${id}`;
        const counts = messages.get(about) ?? new Map<Attribution, number>();
        messages.set(about, counts.set(attribution, (counts.get(attribution) ?? 0) + tallies.messagesOf(key)));
      }
    }
  }
  return (home, { id }) => {
    const counts = [...(messages.get(`${home} ${id}`) ?? [])];
    return counts.toSorted((a, b) => b[1] - a[1] || (a[0].stream.id < b[0].stream.id ? -1 : 1))[0]?.[0];
  };
}

/** The service ours was sent through. */
function serviceOf({ class: streamClass, stream }: Attribution, catalogue: Catalogue): Provider | undefined {
  if (stream.provider === undefined || (streamClass !== 'aligned' && streamClass !== 'fixable')) return undefined;
  const provider = catalogue.byId(stream.provider);
  return provider !== undefined && sendsForCustomers(provider) ? provider : undefined;
}
