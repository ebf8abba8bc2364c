import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mandrill',
  name: 'Mailchimp Transactional (Mandrill)',
  category: 'transactional',
  dkimDomains: ['mandrillapp.com'],
  selectors: [
    { match: 'mte1', alone: true },
    { match: 'mte2', alone: true },
    { match: 'mandrill', alone: true },
  ],
  dkimTargets: ['mandrillapp.com'],
  returnPaths: ['mandrillapp.com'],
  spfIncludes: ['mandrillapp.com'],
  mx: ['mandrillapp.com'],
  ptr: ['mandrillapp.com'],
  alignment:
    'Publish the CNAMEs mte1._domainkey and mte2._domainkey, and for SPF set a custom return-path as a CNAME to mandrillapp.com',
  sources: [
    {
      url: 'https://mailchimp.com/developer/transactional/docs/authentication-delivery/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
