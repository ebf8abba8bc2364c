import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sage',
  name: 'Sage',
  category: 'saas',
  ownDomains: ['sage.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/sage/blob/e2b1fae/security/sage-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
