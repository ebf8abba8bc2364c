import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'usa-net',
  name: 'USA.NET',
  category: 'mailbox',
  spfIncludes: ['spf.usa.net'],
  sources: [{ url: 'https://dns.google/resolve?name=spf.usa.net&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
