import { defineProvider } from './provider.ts';

export default defineProvider({
  id: '1st-domains',
  name: '1st Domains',
  category: 'hosting',
  spfIncludes: ['_spf.1stdomains.co.nz'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.1stdomains.co.nz&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
