import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'okta',
  name: 'Okta',
  category: 'saas',
  ownDomains: ['okta.com'],
  ptr: ['okta.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/okta/blob/de8eed2/security/okta-domain-security.yml',
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
