import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'listrak',
  name: 'Listrak',
  category: 'marketing',
  spfIncludes: ['spf.listrak.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.listrak.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
