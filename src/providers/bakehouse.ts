import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bakehouse',
  name: 'Bakehouse',
  category: 'saas',
  spfIncludes: ['_spf.bakehouse.at'],
  sources: [
    {
      url: 'https://docs.bakehouse.at/dokumentation/implementierung/seo-und-performance/e-mail-versand/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
