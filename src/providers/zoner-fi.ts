import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zoner-fi',
  name: 'Zoner Oy',
  category: 'hosting',
  spfIncludes: ['spf.zoner.fi'],
  sources: [{ url: 'https://dns.google/resolve?name=spf.zoner.fi&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
