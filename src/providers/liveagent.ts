import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'liveagent',
  name: 'LiveAgent',
  category: 'support',
  // Each customer has a name below it.
  ownDomains: ['ladesk.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=pipedream.ladesk.com&type=CNAME',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
