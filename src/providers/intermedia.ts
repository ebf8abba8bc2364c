import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'intermedia',
  name: 'Intermedia',
  category: 'mailbox',
  spfIncludes: ['spf.serverdata.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.serverdata.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
