import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dnsexit',
  name: 'DNSExit',
  category: 'mailbox',
  spfIncludes: ['dnsexit.com'],
  sources: [{ url: 'https://dns.google/resolve?name=dnsexit.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
