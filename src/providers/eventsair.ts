import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'eventsair',
  name: 'EventsAir',
  category: 'saas',
  spfIncludes: ['eventsairmail.com'],
  ptr: ['eventsairmail.com'],
  sources: [
    {
      url: 'https://github.com/domainaware/parsedmarc/blob/68b93ed/parsedmarc/resources/maps/base_reverse_dns_map.csv',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=eventsairmail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
