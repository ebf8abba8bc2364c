import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'listrak',
  name: 'Listrak',
  category: 'marketing',
  returnPaths: ['listrakbi.com'],
  spfIncludes: ['spf.listrak.com'],
  sources: [
    { url: 'https://cdn.listrakbi.com/scripts/script.js', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=spf.listrak.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
