import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'miro',
  name: 'Miro',
  category: 'saas',
  ownDomains: ['miro.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/miro/blob/b6c5213/security/miro-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
