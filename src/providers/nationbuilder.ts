import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'nationbuilder',
  name: 'NationBuilder',
  category: 'marketing',
  ownDomains: ['nationbuilder.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/nationbuilder/blob/0af88b4/security/nationbuilder-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
