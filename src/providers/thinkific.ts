import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'thinkific',
  name: 'Thinkific',
  category: 'saas',
  ownDomains: ['thinkific.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/thinkific/blob/c57660d/security/thinkific-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
