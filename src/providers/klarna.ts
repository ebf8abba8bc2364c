import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'klarna',
  name: 'Klarna',
  category: 'saas',
  ownDomains: ['klarna.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/klarna/blob/af579df/security/klarna-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
