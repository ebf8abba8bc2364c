import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sfr-mail',
  name: 'SFR Mail',
  category: 'mailbox',
  mx: ['sfr.fr'],
  mailDomains: ['sfr.fr', 'neuf.fr', 'club-internet.fr', 'cegetel.net', 'numericable.fr', 'noos.fr'],
  sources: [{ url: 'https://dns.google/resolve?name=sfr.fr&type=MX', checked: '2026-11', evidence: 'observed' }],
});
