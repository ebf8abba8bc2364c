import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'poppulo',
  name: 'Poppulo (Newsweaver)',
  category: 'marketing',
  ownDomains: ['nw027.com'],
  ptr: ['nw027.com'],
  sources: [
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/68b93ed/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
