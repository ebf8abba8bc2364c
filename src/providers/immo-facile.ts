import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'immo-facile',
  name: 'Immo-Facile',
  category: 'saas',
  spfIncludes: ['spf.immo-facile.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.immo-facile.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
