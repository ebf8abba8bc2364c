import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'expensify',
  name: 'Expensify',
  category: 'saas',
  ownDomains: ['expensify.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/expensify/blob/1d227d3/security/expensify-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
