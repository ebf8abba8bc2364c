import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'brevo',
  name: 'Brevo',
  category: 'marketing',
  dkimDomains: ['brevosend.com', 'sendinblue.com', 'sender-sib.com', 'mailin.fr'],
  selectors: [
    { match: 'brevo1', alone: true },
    { match: 'brevo2', alone: true },
    { match: 'mail', alone: false },
  ],
  dkimTargets: ['dkim.brevo.com'],
  returnPaths: ['brevosend.com', 'sender-sib.com', 'sendibt2.com', 'sendibt3.com', 'mailin.fr'],
  spfIncludes: ['spf.brevo.com', 'spf.sendinblue.com'],
  ptr: ['sender-sib.com', 'sendinblue.com', 'mailin.fr'],
  networks: [
    '77.32.128.0/18',
    '77.32.192.0/19',
    '94.143.16.0/21',
    '153.92.224.0/19',
    '172.246.0.0/18',
    '185.24.144.0/22',
    '185.41.28.0/22',
    '185.107.232.0/22',
    '212.146.192.0/18',
    '213.32.128.0/18',
  ],
  alignment:
    'Publish the CNAMEs brevo1._domainkey and brevo2._domainkey; on shared addresses SPF does not align, so DKIM has to carry DMARC',
  sources: [
    { url: 'https://dns.google/resolve?name=brand.brevosend.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=sendibt3.com&type=TXT', checked: '2026-11', evidence: 'observed' },
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
    { url: 'https://dns.google/resolve?name=spf.sendinblue.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
