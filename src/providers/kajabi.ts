import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'kajabi',
  name: 'Kajabi',
  category: 'marketing',
  dkimDomains: ['kajabimail.net'],
  returnPaths: ['kajabimail.net'],
  ownDomains: ['kajabi.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=kajabimail.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/kajabi/blob/755ed87/security/kajabi-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
