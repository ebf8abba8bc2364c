import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'eventbrite',
  name: 'Eventbrite',
  category: 'saas',
  ownDomains: ['eventbrite.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=event.eventbrite.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/eventbrite/blob/cd88df6/security/eventbrite-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
