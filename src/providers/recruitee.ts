import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'recruitee',
  name: 'Recruitee (Tellent)',
  category: 'saas',
  ownDomains: ['recruitee.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/recruitee/blob/98088a0/security/recruitee-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
