import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'shopserve',
  name: 'Shopserve',
  category: 'saas',
  spfIncludes: ['spf.shopserve.jp'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.shopserve.jp&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
