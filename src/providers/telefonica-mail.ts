import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'telefonica-mail',
  name: 'Telefónica Mail',
  category: 'mailbox',
  mx: ['telefonica.net', 'movistar.es'],
  mailDomains: ['telefonica.net', 'movistar.es'],
  sources: [
    { url: 'https://dns.google/resolve?name=telefonica.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
