import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'manitu',
  name: 'manitu',
  category: 'mailbox',
  spfIncludes: ['_spf.manitu.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.manitu.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
