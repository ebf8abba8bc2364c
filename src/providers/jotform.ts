import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'jotform',
  name: 'Jotform',
  category: 'saas',
  ownDomains: ['jotform.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/jotform/blob/38b1b56/security/jotform-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
