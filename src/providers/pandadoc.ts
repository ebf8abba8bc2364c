import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pandadoc',
  name: 'PandaDoc',
  category: 'saas',
  ownDomains: ['pandadoc.net', 'pandadoc.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=email.pandadoc.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/pandadoc/blob/0f45063/security/pandadoc-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
