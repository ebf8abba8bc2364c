import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cordial',
  name: 'Cordial',
  category: 'marketing',
  ownDomains: ['cordial.com', 'cordial.io'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/cordial/blob/bc3980d/security/cordial-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
