import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'onamae-server',
  name: 'Onamae.com Rental Server (GMO)',
  category: 'hosting',
  spfIncludes: ['spf.gmoserver.jp'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.gmoserver.jp&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
