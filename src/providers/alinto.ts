import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'alinto',
  name: 'Alinto',
  category: 'gateway',
  spfIncludes: ['spfa.alinto.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spfa.alinto.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
