import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'elastic-email',
  name: 'Elastic Email',
  category: 'transactional',
  dkimDomains: ['elasticemail.com', 'elasticemail.net'],
  returnPaths: ['elasticemail.net'],
  selectors: [{ match: 'api', alone: false }],
  spfIncludes: ['_spf.elasticemail.com'],
  alignment: 'Verify the domain and publish the key at api._domainkey, which aligns DKIM',
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/seen.json',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://dns.google/resolve?name=bounces.elasticemail.net&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
