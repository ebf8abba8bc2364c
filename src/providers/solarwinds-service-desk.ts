import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'solarwinds-service-desk',
  name: 'SolarWinds Service Desk (Samanage)',
  category: 'support',
  ownDomains: ['samanage.com'],
  ptr: ['samanage.com'],
  sources: [
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/68b93ed/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
