import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ringcentral',
  name: 'RingCentral',
  category: 'saas',
  ownDomains: ['ringcentral.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/ringcentral/blob/44e098f/security/ringcentral-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
