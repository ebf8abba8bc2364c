import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'paddle',
  name: 'Paddle',
  category: 'saas',
  ownDomains: ['paddle.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/paddle/blob/3bdf599/security/paddle-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
