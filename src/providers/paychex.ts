import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'paychex',
  name: 'Paychex',
  category: 'saas',
  ownDomains: ['paychex.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/paychex/blob/9d3b5f0/security/paychex-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
