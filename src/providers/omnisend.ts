import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'omnisend',
  name: 'Omnisend',
  category: 'marketing',
  ownDomains: ['omnisend.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/omnisend/blob/b8b56b9/security/omnisend-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
