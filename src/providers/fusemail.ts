import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'fusemail',
  name: 'FuseMail (VIPRE)',
  category: 'gateway',
  spfIncludes: ['spf.mailanyone.net'],
  mx: ['mailanyone.net'],
  ptr: ['mailanyone.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.mailanyone.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
