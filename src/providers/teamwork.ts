import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'teamwork',
  name: 'Teamwork.com',
  category: 'saas',
  ownDomains: ['teamwork.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/teamwork/blob/fe0eb0a/security/teamwork-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
