import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'china-mobile-139-mail',
  name: 'China Mobile 139 Mail',
  category: 'mailbox',
  mx: ['mail.139.com'],
  mailDomains: ['139.com'],
  sources: [{ url: 'https://dns.google/resolve?name=139.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
