import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sidetrade',
  name: 'Sidetrade',
  category: 'saas',
  spfIncludes: ['_spf.sidetrade.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.sidetrade.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
