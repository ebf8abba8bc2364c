import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailersend',
  name: 'MailerSend',
  category: 'transactional',
  dkimDomains: ['mailersend.net'],
  selectors: [{ match: 'mlsend2', alone: true }],
  dkimTargets: ['mailersend.net'],
  returnPaths: ['mailersend.net'],
  spfIncludes: ['mailersend.net'],
  mx: ['inbound.mailersend.net'],
  alignment:
    'Publish the CNAME mlsend2._domainkey, and the CNAME mta to mailersend.net, which aligns SPF in relaxed mode',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailersend.com.mailersend-email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/aditia.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
