import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'clearslide',
  name: 'ClearSlide',
  category: 'saas',
  spfIncludes: ['spf.clearslide.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.clearslide.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
