import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ashby',
  name: 'Ashby',
  category: 'saas',
  dkimDomains: ['ashbyhq.com'],
  returnPaths: ['ashbyhq.com'],
  sources: [{ url: 'https://dns.google/resolve?name=ashbyhq.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
