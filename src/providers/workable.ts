import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'workable',
  name: 'Workable',
  category: 'saas',
  dkimDomains: ['workablemail.com'],
  returnPaths: ['workablemail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=workablemail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
