import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tapfiliate',
  name: 'Tapfiliate',
  category: 'saas',
  spfIncludes: ['spf.tapfiliate.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.tapfiliate.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
