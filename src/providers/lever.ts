import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'lever',
  name: 'Lever',
  category: 'saas',
  dkimDomains: ['hire.lever.co'],
  returnPaths: ['hire.lever.co'],
  ownDomains: ['lever.co'],
  sources: [
    { url: 'https://dns.google/resolve?name=hire.lever.co&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/lever/blob/bf7d8e9/security/lever-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
