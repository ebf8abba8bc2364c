import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'uol-mail',
  name: 'UOL and BOL Mail',
  category: 'mailbox',
  mx: ['mx.uol.com.br', 'mx.bol.com.br'],
  mailDomains: ['uol.com.br', 'bol.com.br'],
  sources: [
    { url: 'https://dns.google/resolve?name=uol.com.br&type=MX', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/bol.com.br',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
