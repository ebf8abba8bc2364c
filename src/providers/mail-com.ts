import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mail-com',
  name: 'mail.com',
  category: 'mailbox',
  mx: ['mail.com'],
  mailDomains: [
    'mail.com',
    'mail.org',
    'email.com',
    'post.com',
    'usa.com',
    'accountant.com',
    'consultant.com',
    'dr.com',
    'engineer.com',
    'cheerful.com',
    'techie.com',
    'linuxmail.org',
    'europe.com',
    'london.com',
    'myself.com',
    'iname.com',
    'writeme.com',
    'asia.com',
  ],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/mail.com.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=mail.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
