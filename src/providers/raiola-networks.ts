import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'raiola-networks',
  name: 'Raiola Networks',
  category: 'hosting',
  spfIncludes: ['spf.raiolanetworks.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf.raiolanetworks.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
