import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'xneelo',
  name: 'xneelo',
  category: 'mailbox',
  spfIncludes: ['spf.host-h.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.host-h.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
