import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'groove',
  name: 'Groove',
  category: 'support',
  ownDomains: ['groovehq.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/groove/blob/7b1d2a1/security/groove-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
