import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'box',
  name: 'Box',
  category: 'saas',
  ownDomains: ['box.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/box/blob/dbaefff/security/box-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
