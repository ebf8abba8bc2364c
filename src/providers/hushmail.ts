import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hushmail',
  name: 'Hushmail',
  category: 'mailbox',
  mx: ['hushmail.com'],
  mailDomains: ['hushmail.com', 'hush.com', 'hush.ai', 'mac.hush.com'],
  sources: [{ url: 'https://dns.google/resolve?name=hushmail.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
