import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'lcn',
  name: 'LCN.com',
  category: 'hosting',
  spfIncludes: ['spf.lcn.com'],
  sources: [{ url: 'https://dns.google/resolve?name=spf.lcn.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
