import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailerlite',
  name: 'MailerLite',
  category: 'marketing',
  dkimDomains: ['mlsend.com', 'mlsend2.com'],
  selectors: [{ match: 'litesrv', alone: true }],
  dkimTargets: ['mlsend.com'],
  returnPaths: ['mlsend.com', 'mlsend2.com'],
  spfIncludes: ['_spf.mlsend.com', '_spf.mailerlite.com'],
  alignment: 'Publish the CNAME litesrv._domainkey and the SPF include, then have the domain verified',
  sources: [
    { url: 'https://dns.google/resolve?name=mlsend2.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/hmiprisons.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://dns.google/resolve?name=_spf.mailerlite.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
