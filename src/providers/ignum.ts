import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ignum',
  name: 'Ignum',
  category: 'hosting',
  spfIncludes: ['_spf.ignum.cz'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.ignum.cz&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
