import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'netcore-email',
  name: 'Netcore Email API (Pepipost)',
  category: 'transactional',
  selectors: [{ match: 'pepipost', alone: true }],
  ownDomains: ['pepitrans01.com', 'pepitrans02.com', 'nsmailserv.com'],
  spfIncludes: ['pepipost.net', 'netcore.co.in'],
  ptr: ['pepitrans01.com', 'pepitrans02.com', 'nsmailserv.com'],
  sources: [
    {
      url: 'https://emaildocs.netcorecloud.com/docs/use-dns-to-validate-domain-ownership',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=pepipost.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
