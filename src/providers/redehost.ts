import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'redehost',
  name: 'RedeHost',
  category: 'hosting',
  spfIncludes: ['spf.redehost.com.br'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.redehost.com.br&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
