import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zuora',
  name: 'Zuora',
  category: 'saas',
  ownDomains: ['zuora.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/zuora/blob/327936c/security/zuora-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
