import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';

/**
 * Where an address stands in the SPF tree of the From domain:
 * - `own`: a term of the record itself (ip4, ip6, a, mx): a server of one's own
 * - `include`: below an include; `domains` from the first-level include down to the record that names the address
 * - `none`: not authorised; `open`: no tree at hand, or a part of it that could not be read may hold it
 */
export type Branch =
  | { readonly kind: 'own'; readonly term: string }
  | { readonly kind: 'include'; readonly domains: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'open' };

/** The first service that the includes on the way to an address are known to be of. */
export const serviceOfInclude = (domains: readonly string[], catalogue: Catalogue): Provider | undefined =>
  domains.map((domain) => catalogue.bySpfInclude(domain)).find((known) => known !== undefined);

export const OPEN: Branch = { kind: 'open' };

/** The SPF trees of a period's From domains, asked by address. */
export type Branches = (headerFrom: string, sourceIp: string) => Branch;

export const NO_TREES: Branches = () => OPEN;
