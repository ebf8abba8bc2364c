import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'nate-mail',
  name: 'Nate Mail',
  category: 'mailbox',
  mailDomains: ['nate.com'],
  sources: [{ url: 'https://dns.google/resolve?name=nate.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
