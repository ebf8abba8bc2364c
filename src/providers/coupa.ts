import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'coupa',
  name: 'Coupa',
  category: 'saas',
  ownDomains: ['coupahost.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=coupahost.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
