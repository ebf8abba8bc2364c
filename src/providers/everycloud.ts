import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'everycloud',
  name: 'EveryCloud',
  category: 'gateway',
  spfIncludes: ['spf.everycloudtech.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf.everycloudtech.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
