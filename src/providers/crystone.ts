import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'crystone',
  name: 'Crystone',
  category: 'hosting',
  spfIncludes: ['spf.crystone.se'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.crystone.se&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
