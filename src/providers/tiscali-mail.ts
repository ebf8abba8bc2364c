import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tiscali-mail',
  name: 'Tiscali Mail',
  category: 'mailbox',
  mx: ['tiscali.it'],
  mailDomains: ['tiscali.it'],
  sources: [{ url: 'https://dns.google/resolve?name=tiscali.it&type=MX', checked: '2026-11', evidence: 'observed' }],
});
