import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'recurly',
  name: 'Recurly',
  category: 'saas',
  ownDomains: ['recurly.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/recurly/blob/65cd2a2/security/recurly-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
