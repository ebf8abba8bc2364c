import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'wrike',
  name: 'Wrike',
  category: 'saas',
  ownDomains: ['wrike.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/wrike/blob/58f27b9/security/wrike-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
