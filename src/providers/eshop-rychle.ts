import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'eshop-rychle',
  name: 'Eshop-rychle',
  category: 'saas',
  spfIncludes: ['_spf.eshop-rychle.cz', '_spf.eshop-rychlo.sk'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.eshop-rychle.cz&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=_spf.eshop-rychlo.sk&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
