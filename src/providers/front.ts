import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'front',
  name: 'Front',
  category: 'support',
  ownDomains: ['front.com', 'frontapp.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/front/blob/d2c6ad6/security/front-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
