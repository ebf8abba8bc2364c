import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'teamtailor',
  name: 'Teamtailor',
  category: 'saas',
  dkimDomains: ['teamtailor-mail.com'],
  returnPaths: ['teamtailor-mail.com'],
  ownDomains: ['teamtailor.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=teamtailor-mail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/teamtailor/blob/16e1f34/security/teamtailor-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
