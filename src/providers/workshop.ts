import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'workshop',
  name: 'Workshop',
  category: 'saas',
  spfIncludes: ['workshop-spf.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=workshop-spf.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
