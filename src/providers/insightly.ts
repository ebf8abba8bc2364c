import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'insightly',
  name: 'Insightly',
  category: 'crm',
  ownDomains: ['insightly.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/insightly/blob/26f28e2/security/insightly-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
