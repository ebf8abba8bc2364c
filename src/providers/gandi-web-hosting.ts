import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gandi-web-hosting',
  name: 'Gandi Web Hosting',
  category: 'hosting',
  spfIncludes: ['_spf.gpaas.net', 'spf.gpaas.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.gpaas.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=spf.gpaas.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
