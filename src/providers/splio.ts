import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'splio',
  name: 'Splio',
  category: 'marketing',
  spfIncludes: ['spf.splio.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.splio.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
