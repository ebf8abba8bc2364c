import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendgrid',
  name: 'Twilio SendGrid',
  category: 'transactional',
  dkimDomains: ['sendgrid.net', 'sendgrid.info'],
  selectors: [
    { match: 's1', alone: false },
    { match: 's2', alone: false },
    { match: 'smtpapi', alone: true },
  ],
  dkimTargets: ['sendgrid.net'],
  returnPaths: ['sendgrid.net'],
  spfIncludes: ['sendgrid.net'],
  mx: ['mx.sendgrid.net'],
  ptr: ['sendgrid.net'],
  envelope: 'return-path',
  alignment:
    'Authenticate the domain with automated security: the CNAMEs s1._domainkey and s2._domainkey align DKIM, the CNAME of the em sub-domain aligns SPF',
  sources: [
    {
      url: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/how-to-set-up-domain-authentication',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/sendgrid/docs/blob/c3eb3fe/content/docs/ui/account-and-settings/spf-records.md',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
  ],
});
