import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bloomreach',
  name: 'Bloomreach Engagement (Exponea)',
  category: 'marketing',
  ownDomains: ['bloomreach.com', 'exponea.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/bloomreach/blob/560ad95/security/bloomreach-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
