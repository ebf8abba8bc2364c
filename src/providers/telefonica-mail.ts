import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'telefonica-mail',
  name: 'Telefónica Mail',
  category: 'mailbox',
  mx: ['telefonica.net', 'movistar.es'],
  mailDomains: ['telefonica.net', 'movistar.es'],
  sources: [
    {
      url: 'https://github.com/search?q=%22mx.movistar.es%22+%22mx.telefonica.net%22&type=code',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
