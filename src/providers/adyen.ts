import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'adyen',
  name: 'Adyen',
  category: 'saas',
  ownDomains: ['adyen.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/adyen/blob/e414573/security/adyen-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
