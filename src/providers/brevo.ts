import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'brevo',
  name: 'Brevo',
  category: 'marketing',
  dkimDomains: ['sendinblue.com'],
  selectors: [
    { match: 'brevo1', alone: true },
    { match: 'brevo2', alone: true },
    { match: 'mail', alone: false },
  ],
  dkimTargets: ['dkim.brevo.com'],
  returnPaths: ['sender-sib.com'],
  spfIncludes: ['spf.brevo.com', 'spf.sendinblue.com'],
  ptr: ['sender-sib.com', 'sendinblue.com', 'mailin.fr'],
  alignment:
    'Publish the CNAMEs brevo1._domainkey and brevo2._domainkey; on shared addresses SPF does not align, so DKIM has to carry DMARC',
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/yjresourcehub.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/vantapanel.com.hosting.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
