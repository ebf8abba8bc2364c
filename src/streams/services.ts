import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider, ProviderCategory } from '../providers/provider.ts';

/** Services that send for their customers and for nobody else: what they sign, one of our accounts there sent. */
const FOR_CUSTOMERS = new Set<ProviderCategory>(['transactional', 'marketing', 'crm', 'support', 'saas']);

export const sendsForCustomers = ({ category }: Provider): boolean => FOR_CUSTOMERS.has(category);

/** The service a domain that authenticated belongs to; undefined for one of somebody's own. */
export const serviceOf = (domain: string, catalogue: Catalogue): Provider | undefined =>
  catalogue.byReturnPath(domain) ??
  catalogue.byDkimDomain(domain) ??
  catalogue.byPtr(domain) ??
  catalogue.byVendorName(domain);
