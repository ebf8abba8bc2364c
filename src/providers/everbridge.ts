import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'everbridge',
  name: 'Everbridge',
  category: 'saas',
  spfIncludes: ['everbridge.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=everbridge.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
