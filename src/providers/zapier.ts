import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zapier',
  name: 'Zapier',
  category: 'saas',
  ownDomains: ['zapier.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/zapier/blob/f4897d3/security/zapier-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
