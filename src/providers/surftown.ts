import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'surftown',
  name: 'Surftown',
  category: 'hosting',
  spfIncludes: ['spf.surf-town.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.surf-town.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
