import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bird',
  name: 'Bird (MessageBird)',
  category: 'transactional',
  ownDomains: ['bird.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/bird/blob/8c06005/security/bird-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
