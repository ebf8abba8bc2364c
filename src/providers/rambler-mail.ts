import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'rambler-mail',
  name: 'Rambler Mail',
  category: 'mailbox',
  mx: ['rambler.ru'],
  mailDomains: ['rambler.ru', 'lenta.ru', 'autorambler.ru', 'myrambler.ru', 'ro.ru', 'rambler.ua'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/rambler.ru.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=rambler.ru&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
