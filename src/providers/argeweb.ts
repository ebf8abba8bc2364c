import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'argeweb',
  name: 'Argeweb',
  category: 'hosting',
  spfIncludes: ['_spf.argewebhosting.nl'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=_spf.argewebhosting.nl&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
