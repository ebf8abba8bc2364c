import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'intuit',
  name: 'Intuit',
  category: 'saas',
  spfIncludes: ['_spf2.intuit.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf2.intuit.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
