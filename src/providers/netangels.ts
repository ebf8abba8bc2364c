import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'netangels',
  name: 'NetAngels',
  category: 'hosting',
  spfIncludes: ['netangels.ru'],
  sources: [{ url: 'https://dns.google/resolve?name=netangels.ru&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
