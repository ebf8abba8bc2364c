import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'chargebee',
  name: 'Chargebee',
  category: 'saas',
  ownDomains: ['chargebee.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/chargebee/blob/0a73f25/security/chargebee-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
