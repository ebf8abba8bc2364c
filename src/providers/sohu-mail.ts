import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sohu-mail',
  name: 'Sohu Mail',
  category: 'mailbox',
  mx: ['sohu.com'],
  mailDomains: ['sohu.com', 'vip.sohu.com'],
  sources: [{ url: 'https://dns.google/resolve?name=sohu.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
