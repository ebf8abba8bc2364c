import type { Provider, ProviderCategory } from './provider.ts';

const FOR_CUSTOMERS: ReadonlySet<ProviderCategory> = new Set(['transactional', 'marketing', 'crm', 'support', 'saas']);

/**
 * Services that send for their customers and for nobody else: what they sign, one of our accounts there sent, and what lies below their
 * own domain, they sent. Below a mailbox host's lie people.
 */
export const sendsForCustomers = ({ category }: Provider): boolean => FOR_CUSTOMERS.has(category);
