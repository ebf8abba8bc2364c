import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'signnow',
  name: 'signNow',
  category: 'saas',
  ownDomains: ['signnow.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/signnow/blob/8be9068/security/signnow-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
