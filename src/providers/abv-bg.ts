import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'abv-bg',
  name: 'ABV Mail',
  category: 'mailbox',
  mailDomains: ['abv.bg'],
  sources: [{ url: 'https://dns.google/resolve?name=abv.bg&type=MX', checked: '2026-11', evidence: 'observed' }],
});
