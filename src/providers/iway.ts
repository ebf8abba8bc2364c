import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'iway',
  name: 'iWay',
  category: 'hosting',
  spfIncludes: ['spf.iway.ch'],
  sources: [{ url: 'https://dns.google/resolve?name=spf.iway.ch&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
