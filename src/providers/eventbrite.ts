import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'eventbrite',
  name: 'Eventbrite',
  category: 'saas',
  ownDomains: ['event.eventbrite.com', 'order.eventbrite.com', 'campaign.eventbrite.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=event.eventbrite.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
