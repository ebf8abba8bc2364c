import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'yotpo',
  name: 'Yotpo',
  category: 'marketing',
  ownDomains: ['yotpo.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/yotpo/blob/bfa0111/security/yotpo-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
