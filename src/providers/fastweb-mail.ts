import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'fastweb-mail',
  name: 'Fastweb Mail',
  category: 'mailbox',
  mx: ['fastwebnet.it'],
  mailDomains: ['fastwebnet.it'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/fastwebnet.it.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
