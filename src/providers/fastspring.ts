import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'fastspring',
  name: 'FastSpring',
  category: 'saas',
  ownDomains: ['fastspring.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/fastspring/blob/ba5b317/security/fastspring-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
