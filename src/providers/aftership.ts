import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'aftership',
  name: 'AfterShip',
  category: 'saas',
  ownDomains: ['aftership.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/aftership/blob/f65bcd4/security/aftership-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
