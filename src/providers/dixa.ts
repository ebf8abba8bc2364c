import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dixa',
  name: 'Dixa',
  category: 'support',
  ownDomains: ['dixa.com', 'dixa.io'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/dixa/blob/854b3ed/security/dixa-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
