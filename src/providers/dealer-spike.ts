import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dealer-spike',
  name: 'Dealer Spike',
  category: 'saas',
  spfIncludes: ['spf.dealerspike.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.dealerspike.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
