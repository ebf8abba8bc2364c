import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sevdesk',
  name: 'sevdesk',
  category: 'saas',
  ownDomains: ['sevdesk.de'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/sevdesk/blob/ab30d43/security/sevdesk-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
