import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'activetrail',
  name: 'ActiveTrail',
  category: 'marketing',
  spfIncludes: ['_spf.activetrail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.activetrail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
