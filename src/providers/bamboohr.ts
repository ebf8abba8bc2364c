import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bamboohr',
  name: 'BambooHR',
  category: 'saas',
  dkimDomains: ['bamboohr.com'],
  returnPaths: ['bamboohr.com'],
  sources: [{ url: 'https://dns.google/resolve?name=bamboohr.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
