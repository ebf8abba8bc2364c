import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'greenhouse',
  name: 'Greenhouse',
  category: 'saas',
  dkimDomains: ['greenhouse-mail.io'],
  returnPaths: ['greenhouse-mail.io'],
  spfIncludes: ['mg-spf.greenhouse.io'],
  sources: [
    {
      url: 'https://github.com/wikimedia/operations-dns/blob/734c650/templates/wikimedia.org',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://dns.google/resolve?name=us.greenhouse-mail.io&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
