import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'freeagent',
  name: 'FreeAgent',
  category: 'saas',
  ownDomains: ['freeagent.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/freeagent/blob/3c2bd17/security/freeagent-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
