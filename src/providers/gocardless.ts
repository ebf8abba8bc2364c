import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gocardless',
  name: 'GoCardless',
  category: 'saas',
  ownDomains: ['gocardless.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/gocardless/blob/b7067de/security/gocardless-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
