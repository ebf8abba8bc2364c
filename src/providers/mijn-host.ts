import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mijn-host',
  name: 'mijn.host',
  category: 'hosting',
  spfIncludes: ['spf.mijn.host'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.mijn.host&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
