import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'moengage',
  name: 'MoEngage',
  category: 'marketing',
  ownDomains: ['moengage.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/moengage/blob/6e9e687/security/moengage-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
