import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'monday-com',
  name: 'monday.com',
  category: 'saas',
  ownDomains: ['monday.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/monday-com/blob/44c4306/security/monday-com-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
