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
  networks: [
    '50.31.32.0/19',
    '149.72.0.0/16',
    '159.183.0.0/16',
    '167.89.0.0/17',
    '168.245.0.0/17',
    '192.254.112.0/20',
    '198.21.0.0/21',
    '198.37.144.0/20',
    '208.117.48.0/20',
    '223.165.113.0/24',
    '223.165.115.0/24',
    '223.165.118.0/23',
    '223.165.120.0/23',
  ],
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
    {
      url: 'https://github.com/smck83/expurgate/blob/0226098/expurgate-resolver/output/sendgrid-net',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
