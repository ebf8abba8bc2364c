import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smartrecruiters',
  name: 'SmartRecruiters',
  category: 'saas',
  dkimDomains: ['smartrecruiters.com'],
  returnPaths: ['smartrecruiters.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=smartrecruiters.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
