import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailjet',
  name: 'Mailjet',
  category: 'transactional',
  dkimDomains: ['mailjet.com'],
  selectors: [{ match: 'mailjet', alone: true }],
  returnPaths: ['mailjet.com'],
  spfIncludes: ['spf.mailjet.com'],
  mx: ['parse.mailjet.com'],
  ptr: ['mailjet.com'],
  networks: ['45.14.148.0/22', '87.253.232.0/21', '185.189.236.0/22', '185.211.120.0/22', '185.250.236.0/22'],
  alignment:
    'Publish the DKIM key at mailjet._domainkey; SPF aligns only with a custom return-path, so DKIM has to carry DMARC',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailjet.com.domain-auth.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/mailjet/api-documentation/blob/master/guides/_domain-dns.md',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=spf.mailjet.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
