import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smarterasp',
  name: 'SmarterASP.NET',
  category: 'hosting',
  spfIncludes: ['_spf.site4now.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.site4now.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
