import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'clevertap',
  name: 'CleverTap',
  category: 'marketing',
  ownDomains: ['clevertap.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/clevertap/blob/8ee894c/security/clevertap-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
