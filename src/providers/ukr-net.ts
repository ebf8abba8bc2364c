import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ukr-net',
  name: 'UKR.NET',
  category: 'mailbox',
  mailDomains: ['ukr.net'],
  sources: [{ url: 'https://dns.google/resolve?name=ukr.net&type=MX', checked: '2026-11', evidence: 'observed' }],
});
