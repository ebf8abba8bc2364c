import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'byte',
  name: 'Byte',
  category: 'hosting',
  spfIncludes: ['spf.byte.nl'],
  sources: [{ url: 'https://dns.google/resolve?name=spf.byte.nl&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
