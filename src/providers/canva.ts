import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'canva',
  name: 'Canva',
  category: 'saas',
  ownDomains: ['canva.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/canva/blob/3039f42/security/canva-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
