import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smartsheet',
  name: 'Smartsheet',
  category: 'saas',
  ownDomains: ['smartsheet.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/smartsheet/blob/7acd7f5/security/smartsheet-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
