import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'la-boite-immo',
  name: 'La Boîte Immo',
  category: 'saas',
  spfIncludes: ['la-boite-immo.fr'],
  sources: [
    { url: 'https://dns.google/resolve?name=la-boite-immo.fr&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
