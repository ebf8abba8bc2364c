import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'egnyte',
  name: 'Egnyte',
  category: 'saas',
  ownDomains: ['egnyte.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/egnyte/blob/9c7048e/security/egnyte-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
