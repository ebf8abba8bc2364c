import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'scrive',
  name: 'Scrive',
  category: 'saas',
  ownDomains: ['scrive.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/scrive/blob/a8475ab/security/scrive-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
