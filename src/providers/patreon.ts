import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'patreon',
  name: 'Patreon',
  category: 'saas',
  ownDomains: ['patreon.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/patreon/blob/2ffc64b/security/patreon-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
