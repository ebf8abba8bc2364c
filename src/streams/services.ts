import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';

/** The service a domain that authenticated belongs to; undefined for one of somebody's own. */
export const serviceOf = (domain: string, catalogue: Catalogue): Provider | undefined =>
  catalogue.byReturnPath(domain) ??
  catalogue.byDkimDomain(domain) ??
  catalogue.byPtr(domain) ??
  catalogue.byVendorName(domain);
