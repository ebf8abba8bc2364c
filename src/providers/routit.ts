import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'routit',
  name: 'RoutIT',
  category: 'hosting',
  spfIncludes: ['spf.routit.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.routit.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
