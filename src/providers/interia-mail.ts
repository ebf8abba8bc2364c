import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'interia-mail',
  name: 'Interia Poczta',
  category: 'mailbox',
  mx: ['interia.pl'],
  mailDomains: ['interia.pl', 'interia.eu', 'interia.com', 'poczta.fm', 'intmail.pl'],
  sources: [
    {
      url: 'https://pomoc.poczta.interia.pl/news-dlaczego-wiadomosc-nie-zostala-dostarczona,nId,6589600',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
