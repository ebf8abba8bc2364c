import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'simply-com',
  name: 'Simply.com',
  category: 'mailbox',
  spfIncludes: ['spf.simply.com', 'spf.unoeuro.com'],
  mx: ['simply.com', 'unoeuro.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.simply.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=spf.unoeuro.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=mx.simply.com&type=A', checked: '2026-11', evidence: 'observed' },
  ],
});
