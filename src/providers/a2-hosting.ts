import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'a2-hosting',
  name: 'A2 Hosting',
  category: 'hosting',
  spfIncludes: ['spf.a2hosting.com'],
  runsOn: ['mailchannels'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.a2hosting.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
