import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'campaign-monitor',
  name: 'Campaign Monitor',
  category: 'marketing',
  dkimDomains: ['cmail1.com', 'cmail2.com', 'cmail19.com', 'cmail20.com', 'createsend.com'],
  selectors: [{ match: 'cm', alone: false }],
  returnPaths: ['cmail1.com', 'cmail2.com', 'cmail19.com', 'cmail20.com', 'createsend.com'],
  spfIncludes: ['_spf.createsend.com'],
  networks: [
    '27.126.146.0/24',
    '103.28.42.0/24',
    '146.88.28.0/24',
    '163.47.180.0/22',
    '203.55.21.0/24',
    '204.75.142.0/24',
  ],
  envelope: 'own',
  alignment:
    'Authenticate the sending domain with the DKIM key at cm._domainkey; SPF passes for the return-path of Campaign Monitor and does not align',
  sources: [
    { url: 'https://dns.google/resolve?name=cmail2.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=cmail1.com&type=TXT', checked: '2026-11', evidence: 'observed' },
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
    { url: 'https://dns.google/resolve?name=_spf.createsend.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
