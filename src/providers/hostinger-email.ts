import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hostinger-email',
  name: 'Hostinger Email',
  category: 'mailbox',
  selectors: [
    { match: 'hostingermail-a', alone: true },
    { match: 'hostingermail-b', alone: true },
    { match: 'hostingermail-c', alone: true },
  ],
  dkimTargets: ['dkim.mail.hostinger.com'],
  spfIncludes: ['_spf.mail.hostinger.com'],
  mx: ['hostinger.com'],
  ptr: ['hostinger.io'],
  alignment:
    'Publish the CNAMEs hostingermail-a._domainkey, hostingermail-b._domainkey and hostingermail-c._domainkey into dkim.mail.hostinger.com',
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/tayyab.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
