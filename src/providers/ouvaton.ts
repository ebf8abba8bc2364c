import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ouvaton',
  name: 'Ouvaton',
  category: 'hosting',
  spfIncludes: ['spf.ouvaton.coop'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.ouvaton.coop&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
