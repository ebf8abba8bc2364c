import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bigcommerce',
  name: 'BigCommerce',
  category: 'saas',
  ownDomains: ['bigcommerce.com', 'bigcommerce.net'],
  ptr: ['bigcommerce.net'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/bigcommerce/blob/dfb05e5/security/bigcommerce-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/68b93ed/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
