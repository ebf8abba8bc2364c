import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pandadoc',
  name: 'PandaDoc',
  category: 'saas',
  ownDomains: ['email.pandadoc.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=email.pandadoc.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
