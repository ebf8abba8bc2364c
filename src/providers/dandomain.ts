import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dandomain',
  name: 'DanDomain',
  category: 'mailbox',
  spfIncludes: ['spf.dandomain.dk'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.dandomain.dk&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
