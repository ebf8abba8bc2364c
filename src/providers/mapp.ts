import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mapp',
  name: 'Mapp Engage',
  category: 'marketing',
  ownDomains: ['mapp.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/mapp/blob/ffa597a/security/mapp-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
