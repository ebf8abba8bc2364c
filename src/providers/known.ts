import { providers } from './all.ts';
import { catalogue, type Catalogue } from './catalogue.ts';

let built: Catalogue | undefined;

/** The catalogue of all services we know, built when first asked for. */
export function knownProviders(): Catalogue {
  built ??= catalogue(providers);
  return built;
}
