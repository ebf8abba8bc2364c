import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'webhuset',
  name: 'Webhuset',
  category: 'hosting',
  spfIncludes: ['spf.webhuset.no'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.webhuset.no&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
