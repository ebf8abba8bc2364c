import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'telenet-mail',
  name: 'Telenet Mail',
  category: 'mailbox',
  mx: ['telenet-ops.be'],
  mailDomains: ['telenet.be'],
  sources: [{ url: 'https://dns.google/resolve?name=telenet.be&type=MX', checked: '2026-11', evidence: 'observed' }],
});
