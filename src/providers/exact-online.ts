import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'exact-online',
  name: 'Exact Online',
  category: 'saas',
  spfIncludes: ['_spf.exactonline.nl'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.exactonline.nl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
