import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'qonto',
  name: 'Qonto',
  category: 'saas',
  ownDomains: ['qonto.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/qonto/blob/5fcac7f/security/qonto-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
