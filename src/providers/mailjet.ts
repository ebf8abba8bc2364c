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
  ],
});
