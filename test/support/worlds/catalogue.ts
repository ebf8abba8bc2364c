import { providers } from '../../../src/providers/all.ts';
import { catalogue, type Catalogue } from '../../../src/providers/catalogue.ts';
import type { Provider } from '../../../src/providers/provider.ts';
import { NETWORKS } from './networks.ts';

/** The catalogue with these worlds’ networks in place of its own, or with none at all. */
export function catalogueOf(networks: 'their networks' | 'no networks'): Catalogue {
  return catalogue(
    providers.map((provider: Provider): Provider => {
      const { networks: _, ...rest } = provider;
      const known = NETWORKS[provider.id];
      return networks === 'no networks' || known === undefined ? rest : { ...rest, networks: known };
    }),
  );
}
