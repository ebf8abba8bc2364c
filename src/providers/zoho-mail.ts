import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zoho-mail',
  name: 'Zoho Mail',
  category: 'mailbox',
  dkimDomains: ['zohomail.com', 'zohomail.eu', 'zohomail.in', 'zoho.com'],
  selectors: [
    { match: 'zmail', alone: false },
    { match: 'zoho', alone: false },
  ],
  spfIncludes: ['zohomail.com', 'zohomail.eu', 'zohomail.in', 'zoho.com', 'zoho.eu', 'zoho.in'],
  mx: ['zoho.com', 'zoho.eu', 'zoho.in', 'zoho.com.au', 'zohomail.com'],
  mailDomains: ['zoho.com', 'zohomail.com', 'zohomail.eu', 'zohomail.in'],
  ptr: ['zoho.com', 'zoho.eu', 'zoho.in'],
  networks: ['135.84.80.0/24', '135.84.82.0/24', '136.143.184.0/24', '136.143.188.0/24'],
  alignment: 'Add a DKIM key for the domain in the admin console, publish it and make it the default',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/zoho.com.zmail_hosting.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/anime-oni.json',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://dns.google/resolve?name=transmail.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=zoho.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://www.zoho.com/mail/help/imap-access.html', checked: '2026-11', evidence: 'vendor' },
  ],
});
