import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'oximailing',
  name: 'Oximailing',
  category: 'marketing',
  spfIncludes: ['spf.oximailing.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.oximailing.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
