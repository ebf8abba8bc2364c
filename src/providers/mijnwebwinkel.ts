import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mijnwebwinkel',
  name: 'MijnWebwinkel',
  category: 'saas',
  spfIncludes: ['spf.mijnwebwinkel.nl'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.mijnwebwinkel.nl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
