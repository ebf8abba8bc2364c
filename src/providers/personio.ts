import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'personio',
  name: 'Personio',
  category: 'saas',
  ownDomains: ['m.personio.de'],
  sources: [
    { url: 'https://dns.google/resolve?name=m.personio.de&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
