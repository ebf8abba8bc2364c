import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'formassembly',
  name: 'FormAssembly',
  category: 'saas',
  ownDomains: ['formassembly.com'],
  ptr: ['formassembly.com'],
  sources: [
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/68b93ed/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
