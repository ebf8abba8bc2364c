import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'rippling',
  name: 'Rippling',
  category: 'saas',
  ownDomains: ['rippling.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/rippling/blob/1fd3ea2/security/rippling-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
