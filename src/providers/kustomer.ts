import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'kustomer',
  name: 'Kustomer',
  category: 'support',
  ownDomains: ['kustomer.com', 'kustomerapp.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/kustomer/blob/521b34f/security/kustomer-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
