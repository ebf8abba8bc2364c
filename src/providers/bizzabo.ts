import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bizzabo',
  name: 'Bizzabo',
  category: 'saas',
  ownDomains: ['bizzabo.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/bizzabo/blob/1c1d0e9/security/bizzabo-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
