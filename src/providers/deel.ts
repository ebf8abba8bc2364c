import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'deel',
  name: 'Deel',
  category: 'saas',
  ownDomains: ['deel.com', 'letsdeel.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/deel/blob/95baa3d/security/deel-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
