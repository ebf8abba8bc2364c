import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'majordomo-ru',
  name: 'Majordomo',
  category: 'hosting',
  spfIncludes: ['_spf.majordomo.ru'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.majordomo.ru&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
