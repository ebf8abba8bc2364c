import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'basware',
  name: 'Basware',
  category: 'saas',
  ownDomains: ['basware.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/basware/blob/da5de4e/security/basware-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
