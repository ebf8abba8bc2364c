import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'proisp',
  name: 'PRO ISP',
  category: 'hosting',
  spfIncludes: ['_spf.proisp.no'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.proisp.no&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
