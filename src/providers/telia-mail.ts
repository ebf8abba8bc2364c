import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'telia-mail',
  name: 'Telia Mail',
  category: 'mailbox',
  mx: ['mail.telia.com'],
  mailDomains: ['telia.com'],
  sources: [{ url: 'https://dns.google/resolve?name=telia.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
