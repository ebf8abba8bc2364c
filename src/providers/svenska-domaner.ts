import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'svenska-domaner',
  name: 'Svenska Domäner',
  category: 'hosting',
  spfIncludes: ['spf.svenskadomaner.se'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.svenskadomaner.se&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
