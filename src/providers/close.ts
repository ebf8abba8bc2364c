import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'close',
  name: 'Close',
  category: 'crm',
  ownDomains: ['close.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/close/blob/ca53634/security/close-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
