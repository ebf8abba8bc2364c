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
  networks: [
    '198.2.128.0/24',
    '198.2.132.0/22',
    '198.2.136.0/23',
    '198.2.145.0/24',
    '198.2.177.0/24',
    '198.2.178.0/23',
    '198.2.180.0/24',
    '198.2.186.0/23',
    '205.201.131.128/25',
    '205.201.134.128/25',
    '205.201.136.0/23',
    '205.201.139.0/24',
  ],
  alignment:
    'Publish the CNAMEs mte1._domainkey and mte2._domainkey, and for SPF set a custom return-path as a CNAME to mandrillapp.com',
  sources: [
    {
      url: 'https://mailchimp.com/developer/transactional/docs/authentication-delivery/',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=spf.mandrillapp.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
