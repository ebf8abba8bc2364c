import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hibob',
  name: 'HiBob',
  category: 'saas',
  ownDomains: ['hibob.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/hibob/blob/650961b/security/hibob-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
