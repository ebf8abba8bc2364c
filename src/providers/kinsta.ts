import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'kinsta',
  name: 'Kinsta',
  category: 'hosting',
  spfIncludes: ['relay.kinstamailservice.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=relay.kinstamailservice.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
