import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bonterra-everyaction',
  name: 'Bonterra EveryAction (NGP VAN)',
  category: 'marketing',
  ownDomains: ['ngpweb.com'],
  ptr: ['ngpweb.com'],
  sources: [
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/68b93ed/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
