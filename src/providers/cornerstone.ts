import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cornerstone',
  name: 'Cornerstone OnDemand',
  category: 'saas',
  ownDomains: ['cornerstoneondemand.com', 'csod.com'],
  ptr: ['csod.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/cornerstone/blob/6aabc75/security/cornerstone-domain-security.yml',
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
