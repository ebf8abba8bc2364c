import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'apollo-io',
  name: 'Apollo.io',
  category: 'crm',
  ownDomains: ['apollo.io'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/apollo-io/blob/0a44686/security/apollo-io-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
