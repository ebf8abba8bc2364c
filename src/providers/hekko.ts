import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hekko',
  name: 'Hekko',
  category: 'hosting',
  spfIncludes: ['spf.hekko.pl'],
  sources: [{ url: 'https://dns.google/resolve?name=spf.hekko.pl&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
