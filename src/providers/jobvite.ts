import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'jobvite',
  name: 'Jobvite',
  category: 'saas',
  dkimDomains: ['jobvite.com'],
  returnPaths: ['jobvite.com'],
  sources: [{ url: 'https://dns.google/resolve?name=jobvite.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
