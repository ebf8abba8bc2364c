import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mijndomein',
  name: 'Mijndomein',
  category: 'hosting',
  spfIncludes: ['spf.mijndomeinhosting.nl'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf.mijndomeinhosting.nl&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
