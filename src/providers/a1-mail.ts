import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'a1-mail',
  name: 'A1 Mail',
  category: 'mailbox',
  mailDomains: ['a1.net', 'aon.at'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/a1.net.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
