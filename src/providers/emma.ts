import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'emma',
  name: 'Emma',
  category: 'marketing',
  dkimDomains: ['e2ma.net'],
  selectors: [
    { match: 'e2ma-k1', alone: true },
    { match: 'e2ma-k2', alone: true },
    { match: 'e2ma-k3', alone: true },
  ],
  dkimTargets: ['dkim.e2ma.net'],
  returnPaths: ['e2ma.net'],
  ptr: ['e2ma.net'],
  alignment: 'Publish the CNAMEs e2ma-k1._domainkey, e2ma-k2._domainkey and e2ma-k3._domainkey, which align DKIM',
  sources: [
    {
      url: 'https://support.e2ma.net/s/article/DomainKeys-Identified-Mail-DKIM',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
