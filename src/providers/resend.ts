import { defineProvider } from './provider.ts';

// Sends through Amazon SES: the return-path shows as amazonses.com, under the customer's label `send`.
export default defineProvider({
  id: 'resend',
  name: 'Resend',
  category: 'transactional',
  dkimDomains: ['resend.dev'],
  selectors: [{ match: 'resend', alone: true }],
  dkimTargets: ['resend.dev'],
  returnPaths: ['resend.dev'],
  ownDomains: ['resend.com'],
  spfIncludes: ['resend.dev'],
  mx: ['inbound-smtp.resend.com'],
  runsOn: ['amazon-ses'],
  alignment:
    'Publish the DKIM key at resend._domainkey; mail leaves with the send sub-domain as envelope-from, which aligns in relaxed mode only',
  sources: [
    { url: 'https://resend.com/docs/dashboard/domains/introduction', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/resend.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/pyrx.tech.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
