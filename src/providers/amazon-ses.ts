import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'amazon-ses',
  name: 'Amazon SES',
  category: 'transactional',
  dkimDomains: ['amazonses.com'],
  selectors: [{ match: /^[a-z2-7]{32}$/, alone: true }],
  dkimTargets: ['dkim.amazonses.com'],
  returnPaths: ['amazonses.com'],
  spfIncludes: ['amazonses.com'],
  mx: [
    'inbound-smtp.us-east-1.amazonaws.com',
    'inbound-smtp.us-west-2.amazonaws.com',
    'inbound-smtp.eu-west-1.amazonaws.com',
  ],
  ptr: ['amazonses.com'],
  networks: [
    '23.249.208.0/20',
    '23.251.224.0/19',
    '24.110.64.0/18',
    '54.240.0.0/18',
    '54.240.64.0/18',
    '69.169.224.0/20',
    '76.223.128.0/19',
    '76.223.176.0/20',
    '98.77.0.0/16',
    '199.127.232.0/22',
    '199.255.192.0/22',
    '206.55.144.0/20',
    '216.221.160.0/19',
  ],
  envelope: 'return-path',
  alignment:
    'Verify the domain with Easy DKIM (three CNAMEs into dkim.amazonses.com); for SPF set a custom MAIL FROM sub-domain, because the default one, amazonses.com, never aligns',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim.html',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://docs.aws.amazon.com/ses/latest/dg/mail-from.html', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=amazonses.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://github.com/lucarab/GoodMailers/blob/0805d0e/ipv4.txt', checked: '2026-11', evidence: 'observed' },
  ],
});
