import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gusto',
  name: 'Gusto',
  category: 'saas',
  ownDomains: ['gusto.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/gusto/blob/3705035/security/gusto-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
