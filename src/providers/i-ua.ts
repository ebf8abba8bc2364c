import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'i-ua',
  name: 'I.UA',
  category: 'mailbox',
  mx: ['email.ua'],
  mailDomains: ['i.ua', 'email.ua', 'ua.fm'],
  sources: [
    {
      url: 'https://github.com/sisimai/rb-sisimai/blob/5-stable/lib/sisimai/rhost/iua.rb',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
