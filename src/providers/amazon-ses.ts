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
  ],
});
