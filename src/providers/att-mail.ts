import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'att-mail',
  name: 'AT&T Mail',
  category: 'mailbox',
  mx: ['prodigy.net', 'att.net'],
  mailDomains: [
    'att.net',
    'ameritech.net',
    'bellsouth.net',
    'currently.com',
    'flash.net',
    'nvbell.net',
    'pacbell.net',
    'prodigy.net',
    'sbcglobal.net',
    'snet.net',
    'swbell.net',
    'wans.net',
  ],
  sources: [
    { url: 'https://www.att.com/support/article/email-support/KM1010523/', checked: '2026-11', evidence: 'vendor' },
    { url: 'https://dns.google/resolve?name=att.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
