import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'greenhost',
  name: 'Greenhost',
  category: 'hosting',
  spfIncludes: ['spf.greenhost.nl'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.greenhost.nl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
