import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'yahoo-japan-mail',
  name: 'Yahoo! JAPAN Mail',
  category: 'mailbox',
  mx: ['mail.yahoo.co.jp'],
  mailDomains: ['yahoo.co.jp', 'ybb.ne.jp'],
  sources: [{ url: 'https://dns.google/resolve?name=yahoo.co.jp&type=MX', checked: '2026-11', evidence: 'observed' }],
});
