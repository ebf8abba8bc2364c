import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'drift',
  name: 'Drift',
  category: 'support',
  ownDomains: ['drift.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/drift/blob/34c5dd1/security/drift-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
