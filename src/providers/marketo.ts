import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'marketo',
  name: 'Adobe Marketo Engage',
  category: 'marketing',
  dkimDomains: ['mktdns.com', 'mktomail.com'],
  selectors: [{ match: 'm1', alone: false }],
  returnPaths: ['mktomail.com'],
  ownDomains: ['mktroute.com'],
  spfIncludes: ['mktomail.com'],
  ptr: ['mktomail.com', 'mktdns.com'],
  networks: [
    '94.236.119.0/26',
    '103.237.104.0/22',
    '130.248.172.0/24',
    '130.248.173.0/24',
    '130.248.244.88/29',
    '185.28.196.0/22',
    '192.28.144.0/20',
    '192.28.160.0/19',
    '199.15.212.0/22',
  ],
  alignment: 'Publish the DKIM key of your instance and activate it; SPF aligns only with a branded return-path',
  sources: [
    {
      url: 'https://experienceleague.adobe.com/en/docs/marketo/using/getting-started/initial-setup/configure-protocols-for-marketo',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/AdobeDocs/marketo.en/blob/0330fd1/help/marketo/getting-started/initial-setup/configure-protocols-for-marketo.md',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/v2fly/domain-list-community/blob/093d602/data/adobe',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
