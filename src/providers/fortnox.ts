import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'fortnox',
  name: 'Fortnox',
  category: 'saas',
  spfIncludes: ['spf.fortnox.se'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.fortnox.se&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
