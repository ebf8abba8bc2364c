import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cvent',
  name: 'Cvent',
  category: 'saas',
  dkimDomains: ['cvent-planner.com'],
  returnPaths: ['cvent-planner.com'],
  ownDomains: ['cvent.com'],
  spfIncludes: ['cvent-planner.com'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=cvent-planner.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/cvent/blob/2cdb687/security/cvent-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
