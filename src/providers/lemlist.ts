import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'lemlist',
  name: 'lemlist',
  category: 'crm',
  ownDomains: ['lemlist.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/lemlist/blob/beb3d6c/security/lemlist-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
