import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'campminder',
  name: 'CampMinder',
  category: 'saas',
  spfIncludes: ['spf.campminder.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.campminder.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
