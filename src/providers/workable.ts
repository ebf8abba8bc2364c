import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'workable',
  name: 'Workable',
  category: 'saas',
  dkimDomains: ['workablemail.com'],
  returnPaths: ['workablemail.com'],
  ownDomains: ['workable.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=workablemail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/workable/blob/9f22837/security/workable-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
