import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'on24',
  name: 'ON24',
  category: 'saas',
  ownDomains: ['on24.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/on24/blob/0d220b7/security/on24-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
