import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mollie',
  name: 'Mollie',
  category: 'saas',
  ownDomains: ['mollie.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/mollie/blob/2277582/security/mollie-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
