import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'oracle-eloqua',
  name: 'Oracle Eloqua',
  category: 'marketing',
  returnPaths: ['en25.com'],
  ptr: ['en25.com'],
  sources: [{ url: 'https://dns.google/resolve?name=en25.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
