import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'campaign-monitor',
  name: 'Campaign Monitor',
  category: 'marketing',
  dkimDomains: ['cmail19.com', 'cmail20.com', 'createsend.com'],
  selectors: [{ match: 'cm', alone: false }],
  returnPaths: ['cmail19.com', 'cmail20.com', 'createsend.com'],
  spfIncludes: ['_spf.createsend.com'],
  envelope: 'own',
  alignment:
    'Authenticate the sending domain with the DKIM key at cm._domainkey; SPF passes for the return-path of Campaign Monitor and does not align',
  sources: [
    {
      url: 'https://help.campaignmonitor.com/articles/Knowledge/email-authentication',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://help.campaignmonitor.com/articles/Knowledge/allowlist-campaign-monitors-addresses',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
