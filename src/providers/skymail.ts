import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'skymail',
  name: 'Skymail',
  category: 'mailbox',
  spfIncludes: ['spf.skymail.net.br'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.skymail.net.br&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
