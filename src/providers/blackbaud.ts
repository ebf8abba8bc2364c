import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'blackbaud',
  name: 'Blackbaud',
  category: 'saas',
  spfIncludes: ['outboundmail.blackbaud.net'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=outboundmail.blackbaud.net&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
