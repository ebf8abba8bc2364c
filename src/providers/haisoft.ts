import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'haisoft',
  name: 'HaiSoft',
  category: 'hosting',
  spfIncludes: ['spf.haisoft.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.haisoft.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
