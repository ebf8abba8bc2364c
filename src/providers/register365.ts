import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'register365',
  name: 'Register365',
  category: 'hosting',
  spfIncludes: ['spf.reg365.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.reg365.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
