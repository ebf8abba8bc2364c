import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sitew',
  name: 'SiteW',
  category: 'hosting',
  spfIncludes: ['spf.sitew.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.sitew.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
