import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'square',
  name: 'Square',
  category: 'saas',
  ownDomains: ['squareup.com', 'square.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/square/blob/c4c0fa1/security/square-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
