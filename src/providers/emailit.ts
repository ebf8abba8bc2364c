import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'emailit',
  name: 'Emailit',
  category: 'transactional',
  selectors: [{ match: 'emailit', alone: true }],
  returnPaths: ['emailit.com'],
  spfIncludes: ['_spf.emailit.com'],
  alignment:
    'Publish the DKIM key at emailit._domainkey, and the MX and SPF of the return-path name emailit below the domain',
  sources: [{ url: 'https://emailit.com/docs/domains/dns-records/', checked: '2026-11', evidence: 'vendor' }],
});
