import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ballou',
  name: 'Ballou',
  category: 'hosting',
  spfIncludes: ['spf.ballou.se'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.ballou.se&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
