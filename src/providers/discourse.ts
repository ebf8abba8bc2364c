import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'discourse',
  name: 'Discourse',
  category: 'saas',
  dkimDomains: ['discoursemail.com'],
  returnPaths: ['discoursemail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=discoursemail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
