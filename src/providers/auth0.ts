import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'auth0',
  name: 'Auth0',
  category: 'saas',
  ownDomains: ['auth0.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/auth0/blob/3b7c25e/security/auth0-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
